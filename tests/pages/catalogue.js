/**
 * Every page of the proof, as data.
 *
 * @typedef {"click" | "touch" | "mod+enter" | "enter" | "button-enter" | "button-space"} Gesture
 * @typedef {object} Page
 * @property {string} id
 * @property {string} title What the table calls it.
 * @property {string} script The module under this folder, without its ending.
 * @property {Gesture[]} gestures What posts on it.
 * @property {Gesture[]} [chat] What posts on it when it plays a chat.
 * @property {boolean} [oneLine] Its composer takes no newline.
 * @property {"srcdoc" | "sandbox" | "written" | "rewritten" | "blank"} [frame] Where the composer's document comes from.
 * @property {boolean} [strict] Served under the strictest content security policy it can work with.
 * @property {boolean} [first] Listens on window before its first element is there.
 * @property {boolean} [again] A gesture on it cannot be repeated for the person, who is asked to press once more.
 * @property {string} [within] Selector of the composer to write in, where the page has more than one.
 * @property {Record<string, string>} [data] `data-*` of its body.
 * @property {import("./sites/index.js").Fixture & { site: string | null }} [fixture] The markup of a site, and what the guard
 *   must make of it.
 */

import { sitePages } from "./sites/index.js";

/** @type {(id: string, title: string, more?: Partial<Page>) => Page} */
const editor = (id, title, more) => ({
  id,
  title,
  script: `editors/${id}`,
  gestures: ["click", "mod+enter"],
  chat: ["enter"],
  ...more,
});

/** @type {(id: string, title: string, more: Partial<Page>) => Page} */
const gesture = (id, title, more) => ({ id, title, script: `gestures/${id}`, gestures: ["click"], ...more });

const everyPress = /** @type {Gesture[]} */ (["click", "touch", "button-enter", "button-space", "mod+enter"]);

/** @type {Page[]} */
export const pages = [
  editor("textarea", "React textarea", { gestures: everyPress }),
  editor("contenteditable", "Plain contenteditable", { gestures: everyPress }),
  editor("lexical", "Lexical"),
  editor("draft", "Draft.js"),
  editor("tiptap", "TipTap (ProseMirror)"),
  editor("quill", "Quill"),
  editor("slate", "Slate"),
  editor("ckeditor", "CKEditor 5"),
  editor("codemirror", "CodeMirror 6"),
  editor("trix", "Trix"),
  ...["pointerdown", "mousedown", "pointerup", "mouseup"].map((event) =>
    gesture(event, `Button on ${event}`, { script: "gestures/button", data: { event } }),
  ),
  gesture("touchstart", "Button on touchstart", {
    script: "gestures/button",
    data: { event: "touchstart" },
    gestures: ["touch"],
    again: true,
  }),
  gesture("role-button", "div role=button", { gestures: ["click", "touch", "button-enter", "button-space"] }),
  gesture("form", "Form, requestSubmit()", { data: { field: "textarea" }, gestures: everyPress }),
  gesture("line", "Form, implicit submit", {
    script: "gestures/form",
    data: { field: "input" },
    gestures: ["enter", "click"],
    oneLine: true,
  }),
  gesture("native-form", "Form sent by the browser", {
    script: "gestures/form",
    data: { field: "textarea", native: "" },
    gestures: ["click", "button-enter", "mod+enter"],
  }),
  gesture("own-click", "Page's own .click()", { gestures: ["mod+enter"] }),
  gesture("first", "Page listens on window first", { first: true, gestures: ["click", "button-enter"] }),
  gesture("keys", "Chat without a button", { gestures: [], chat: ["enter"], again: true }),
  gesture("open-shadow", "Open shadow root", {
    script: "gestures/shadow",
    data: { mode: "open" },
    gestures: ["click", "mod+enter"],
  }),
  gesture("closed-shadow", "Closed shadow root", {
    script: "gestures/shadow",
    data: { mode: "closed" },
    gestures: ["click", "mod+enter"],
  }),
  gesture("modal", "Modal dialog that holds the focus", { gestures: ["click", "mod+enter"] }),
  gesture("outlet", "Quill in an outlet's shadow root", { gestures: ["click", "mod+enter"] }),
  gesture("slotted", "Custom elements, slotted submit", { gestures: ["click", "mod+enter"] }),
  ...Object.entries({
    written: "document.write",
    rewritten: "document.open once loaded",
    srcdoc: "srcdoc frame",
    sandbox: "Sandboxed frame",
    blank: "about:blank frame",
  }).map(([frame, title]) =>
    gesture(frame, title, {
      script: "gestures/plain",
      frame: /** @type {Page["frame"]} */ (frame),
      gestures: ["click", "mod+enter"],
    }),
  ),
  gesture("strict", "Strict policy, textarea", {
    script: "gestures/plain",
    strict: true,
    gestures: ["click", "mod+enter"],
  }),
  gesture("strict-editor", "Strict policy, contenteditable", {
    script: "editors/contenteditable",
    strict: true,
    gestures: ["click", "mod+enter"],
  }),
  gesture("routes", "Single-page app, remounts", { gestures: ["click", "mod+enter"] }),
  gesture("redrawn", "Draws itself anew at every key", { gestures: ["click", "mod+enter"] }),
  gesture("two", "Two composers", { within: "#second" }),
  gesture("audience", "Audience beside the composer", {}),
  gesture("titled", "Title and body", {}),
];

/** A page whose second document listens on window before anybody else can. */
const rewritten = gesture("rewritten-first", "document.open once loaded", {
  script: "gestures/first",
  frame: "rewritten",
  first: true,
});

/** Those and the sites' pages. */
export const everyPage = [...pages, rewritten, ...sitePages];

/** The page with an id. */
export function pageOf(/** @type {string} */ id) {
  const found = everyPage.find((page) => page.id === id);
  if (!found) throw new Error(`there is no page ${id}`);
  return found;
}
