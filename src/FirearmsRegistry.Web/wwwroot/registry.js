// The only script of the pages besides the framework's. Loaded as a module; nothing in it is inline.

const draftOf = form => "draft:" + form.dataset.draft;

// What is typed is kept in this tab as it is typed, so that a lost connection loses none of it.
document.addEventListener("input", event => {
    const field = event.target;
    const form = field.closest?.("form[data-draft]");
    if (!form || !field.dataset.at) return;
    amend(draftOf(form), { [field.dataset.at]: valueOf(field, form) });
});

// As the form on the server has it (Form.cs): several of a set by their codes, "none" as no text that is typed.
function valueOf(field, form) {
    if (field.type !== "checkbox") return field.value;
    if ("none" in field.dataset) return field.checked ? "\u0000none" : "";
    if (!("code" in field.dataset)) return String(field.checked);
    return [...form.querySelectorAll("[data-code]:checked")].filter(box => box.dataset.at === field.dataset.at).map(box => box.dataset.code).join(",");
}

// On which page the field is in which somebody is; in the search box he may still be from the page before.
let typedAt = null;
document.addEventListener("focusin", event => { typedAt = event.target.matches?.("input, select, textarea") ? location.href : null; });
document.addEventListener("focusout", () => { typedAt = null; });

// What one person typed is nothing for the next one at this machine.
document.addEventListener("submit", event => {
    if (event.target.matches("[action='/account/sign-out']")) sessionStorage.clear();
});

// Alt and "/" lead to the search box from anywhere: a sign alone would be typed by speech as well (WCAG 2.1.4). "/" is where the keyboard has it.
document.addEventListener("keydown", event => {
    if ((event.key !== "/" && event.code !== "Slash") || !event.altKey || event.ctrlKey || event.metaKey) return;
    const box = document.querySelector("#search-box");
    if (box) { event.preventDefault(); box.focus(); box.select(); }
});

// Enter in a field that has a button of its own presses that one: what is looked up is not sent yet.
document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || !event.target.dataset?.enter) return;
    event.preventDefault();
    // A browser tells a change before it sends a form, and not before a press.
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
    document.getElementById(event.target.dataset.enter).click();
});

// A hand scanner types: the control characters of a payload come as Ctrl with a sign, which a field would not take.
const typed = { "]": "\u001d", "^": "\u001e", "6": "\u001e", "d": "\u0004", "D": "\u0004" };
document.addEventListener("keydown", event => {
    const box = event.target;
    if (box.id !== "search-box" || !event.ctrlKey || event.altKey || event.metaKey || !(event.key in typed)) return;
    event.preventDefault();
    box.setRangeText(typed[event.key], box.selectionStart, box.selectionEnd, "end");
});

export function remember(name, value) {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; SameSite=Lax; Max-Age=31536000${secure}`;
}

export function speak(language, direction) {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
}

// Where the tab has no room, work goes on without a draft, and the form says so (registry.css) until there is room again.
export function keep(name, text) {
    let room = true;
    try {
        sessionStorage.setItem(name, text);
    } catch {
        room = false;
    }
    for (const form of document.querySelectorAll("form[data-draft]")) {
        if (draftOf(form) === name) form.toggleAttribute("data-unkept", !room);
    }
}

export function amend(name, values) {
    keep(name, JSON.stringify({ ...draftIn(name), ...values }));
}

// What another program wrote there is no draft.
function draftIn(name) {
    try {
        return JSON.parse(kept(name) ?? "{}");
    } catch {
        return {};
    }
}

// What was typed before the form stood has no id and key yet: a doubled tab would make a second record of it.
export function begin(name, draft) {
    const found = draftIn(name);
    if (!("idempotency-key" in found)) keep(name, JSON.stringify({ ...JSON.parse(draft), ...found }));
    return kept(name);
}

// What one person began in this tab is nothing for the next one, however the first one's stay ended.
export function belong(person) {
    const owner = kept("owner");
    if (owner !== null && owner !== person) sessionStorage.clear();
    keep("owner", person);
}

export const kept = name => sessionStorage.getItem(name);
export const drop = name => sessionStorage.removeItem(name);
export const focus = selector => document.querySelector(selector)?.focus();

const rows = () => document.querySelectorAll("main tbody tr, main li");
let noted = new WeakSet();
export function noteRows() { noted = new WeakSet(rows()); }

export function focusNewRow() {
    const row = [...rows()].find(each => !noted.has(each));
    if (row) focusOn(row.querySelector("a, button") ?? row);
}

// What is no link and no button takes the focus for this once.
function focusOn(element) {
    if (element.tabIndex < 0) element.tabIndex = -1;
    element.focus();
}

// On a phone the menu is a strip: where somebody is shall be seen in it. Only the strip moves, never the page.
export function showPlace() {
    const place = document.querySelector(".menu a.active");
    const strip = place?.closest("ul");
    if (!strip) return;
    const [link, seen] = [place, strip].map(each => each.getBoundingClientRect());
    strip.scrollBy({ left: (link.left + link.right - seen.left - seen.right) / 2, behavior: "instant" });
}

// What the focus stood on may be made anew when the content has come: who has not gone on by then begins there again.
let beginning = null;
export function arrive(selector) {
    showPlace();
    // Who has begun by himself, in a field or at a button of this page, is left there.
    if (typedAt === location.href || document.activeElement.closest("main *")) return;
    focus(selector);
    const begun = document.activeElement;
    beginning?.disconnect();
    beginning = new MutationObserver((_, watch) => {
        if (begun.isConnected) return;
        watch.disconnect();
        if (document.activeElement === document.body) arrive(selector);
    });
    beginning.observe(document.querySelector("main") ?? document.body, { childList: true, subtree: true });
}

// Photos stay where they were taken; what goes to the server proves which they are.
export async function digests(selector) {
    const found = [];
    for (const file of document.querySelector(selector)?.files ?? []) {
        const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
        found.push([...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join(""));
    }
    return found;
}

export const open = dialog => dialog.showModal();
export const close = dialog => dialog.close();
export const print = () => window.print();

export function showPicture(field, shown) {
    const image = document.getElementById(`${field}-seen`);
    URL.revokeObjectURL(image.src);
    image.hidden = !shown;
    if (shown) image.src = URL.createObjectURL(document.getElementById(field).files[0]);
}
