// Reads symbols through the camera. Loaded when somebody scans, and not before: the reader itself is a third of a megabyte.
import { prepareZXingModule, readBarcodes } from "/scanner/reader/index.js";

prepareZXingModule({ overrides: { locateFile: () => "/scanner/reader/zxing_reader.wasm" } });

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

// Answers { payload } when something was read, { fault } when the camera refused, {} when the dialog was closed.
export async function scan(dialog, video) {
    dialog.showModal();
    let stream;
    try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 1280 } } });
        video.srcObject = stream;
        await video.play();
        const payload = await readUntilClosed(dialog, video);
        if (payload === null) return {};
        dialog.close();
        return { payload };
    } catch (fault) {
        return { fault: fault.name };
    } finally {
        stream?.getTracks().forEach(track => track.stop());
        video.srcObject = null;
    }
}

export const close = dialog => dialog.close();
