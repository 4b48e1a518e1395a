// Reads symbols through the camera. Loaded when somebody scans, and not before: the reader itself is a third of a megabyte.
// Asked for anew under the address with which this was: a browser keeps that a module failed.
const { prepareZXingModule, purgeZXingModule, readBarcodes } = await import(`/scanner/reader/index.js${new URL(import.meta.url).search}`);

const reader = { overrides: { locateFile: () => "/scanner/reader/zxing_reader.wasm" } };

// Plain text: control characters between the elements of a payload are part of it.
const options = {
    formats: ["DataMatrix", "QRCode", "Code128", "PDF417", "Aztec"],
    textMode: "Plain", tryHarder: true, tryRotate: true, tryInvert: true, tryDownscale: true, maxNumberOfSymbols: 1,
};

// A GS1 symbol says so only beside its text.
const payloadOf = result => result.contentType === "GS1" ? result.symbologyIdentifier + result.text : result.text;

async function readFrame(video, canvas) {
    if (video.videoWidth === 0) return null;
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.drawImage(video, 0, 0);
    const found = await readBarcodes(pen.getImageData(0, 0, canvas.width, canvas.height), options);
    const read = found.find(result => result.isValid);
    return read ? payloadOf(read) : null;
}

async function readUntilClosed(dialog, video) {
    const canvas = document.createElement("canvas");
    while (dialog.open) {
        const payload = await readFrame(video, canvas);
        if (payload !== null && dialog.open) return payload;
        await new Promise(requestAnimationFrame);
    }
    return null;
}

// Answers { payload } when something was read, { fault } when the camera or the reader failed, {} when the dialog was closed.
export async function scan(dialog, video) {
    let stream;
    try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 1280 } } });
        video.srcObject = stream;
        await video.play();
        prepareZXingModule(reader);
        const payload = await readUntilClosed(dialog, video);
        if (payload === null) return {};
        dialog.close();
        return { payload };
    } catch (fault) {
        if (!dialog.open) return {};
        // The next time it is loaded anew.
        if (video.videoWidth > 0) purgeZXingModule();
        return { fault: video.videoWidth > 0 ? "ReaderError" : fault.name };
    } finally {
        stream?.getTracks().forEach(track => track.stop());
        video.srcObject = null;
    }
}
