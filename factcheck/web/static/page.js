/* What the page can do more where scripts run; without them all of it works but for these:
   Ctrl+Enter checks, a file can be opened or dropped, corrections and a link to the check can be
   copied. The link holds the statement behind "#", which browsers never send to a server. */
"use strict";

const form = document.getElementById("check");
const text = document.getElementById("text");
const note = document.getElementById("text-note");
const most = Number(form.dataset.most);
const fields = ["text", "speaker", "date"];

function button(words, told, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "copy";
  made.textContent = words;
  made.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(act());
      made.textContent = told;
    } catch {
      made.textContent = "not allowed here";
    }
    setTimeout(() => { made.textContent = words; }, 2000);
  });
  made.setAttribute("aria-live", "polite");
  return made;
}

function packed() {
  const told = fields.map((name) => form.elements[name].value);
  const bytes = new TextEncoder().encode(JSON.stringify(told));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function unpack(held) {
  const bytes = atob(held.replaceAll("-", "+").replaceAll("_", "/"));
  const told = JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0))));
  fields.forEach((name, place) => { form.elements[name].value = String(told[place] ?? ""); });
}

function restore() {
  if (!location.hash.startsWith("#check=")) return;
  try { unpack(location.hash.slice(7)); } catch { return; }  // a broken link leaves the form empty
  history.replaceState(null, "", location.pathname);  // so that "back" leads to the form
  if (text.value.trim()) form.requestSubmit();
}

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

for (const one of document.querySelectorAll("form:not(.take)")) {
  one.addEventListener("submit", () => {
    const go = one.querySelector("button");
    const words = go.textContent;
    addEventListener("pageshow", () => {  // the reader came back
      go.removeAttribute("aria-busy");
      go.textContent = words;
    }, { once: true });
    go.setAttribute("aria-busy", "true");
    go.textContent = "Checking…";
  });
}

// a browser needs long to lay out a very long text, and no more than this is checked
function take(told, size) {
  text.value = told.slice(0, most);
  if (told.length > most) tellTooLong(size);
}

function tellTooLong(size) {
  note.textContent = `That is too long to be checked here (${size.toLocaleString("en")} characters): ` +
    `the first ${most.toLocaleString("en")} were taken.`;
}

// plain text is read here, anything else by the machine that serves the page
async function open(file) {
  note.textContent = `Reading “${file.name}”…`;
  try {
    if (/\.(txt|text|md)$/i.test(file.name)) {
      const told = await file.slice(0, 4 * most).text();
      if (told.includes("\0")) throw new Error(`“${file.name}” is not plain text`);
      note.textContent = `“${file.name}” is in the field.`;
      take(told.replaceAll("\r\n", "\n"), file.size);
      return;
    }
    const got = await fetch(`${form.dataset.files}?name=${encodeURIComponent(file.name)}`, {
      method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" },
    });
    const told = await got.json();
    if (!got.ok) throw new Error(told.error);
    note.textContent = `“${file.name}” is in the field.`;
    text.value = told.text;
    if (told.characters > most) tellTooLong(told.characters);
  } catch (error) {
    note.textContent = `Not read: ${error.message}`;
  }
}

const chooser = document.createElement("input");
chooser.type = "file";
chooser.addEventListener("change", () => {
  if (chooser.files[0]) open(chooser.files[0]);
  chooser.value = "";
});
const opener = document.createElement("button");
opener.type = "button";
opener.className = "copy";
opener.textContent = "Open a file…";
opener.addEventListener("click", () => chooser.click());
document.querySelector(".above").append(opener);
note.append(" A file can be dropped on the field.");

text.addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  text.classList.add("over");
});
text.addEventListener("dragleave", () => text.classList.remove("over"));
text.addEventListener("drop", async (event) => {
  const [file] = event.dataTransfer.files;
  text.classList.remove("over");
  if (!file) return;
  event.preventDefault();
  await open(file);
});
text.addEventListener("paste", (event) => {
  const pasted = event.clipboardData.getData("text");
  if (pasted.length <= most) return;
  event.preventDefault();
  take(pasted, pasted.length);
});

for (const correction of document.querySelectorAll(".correction dd")) {
  const phrase = correction.querySelector("ins");
  const whole = correction.querySelector(".corrected");
  phrase.after(button("Copy", "copied", () => (whole || phrase).textContent));
}

const origin = document.querySelector(".origin");
if (origin) {
  const link = button("Copy a link to this check", "copied",
    () => `${location.origin}${location.pathname}#check=${packed()}`);
  document.querySelector(".take fieldset").append(link);
}

addEventListener("hashchange", restore);
restore();
