import assert from "node:assert/strict";
import { test } from "node:test";
import { page, window } from "./page.js";

const { Adapter } = await import("../src/site.js");
const { Gestures } = await import("../src/gate/gestures.js");
const { nameOf, purposeOfName } = await import("../src/gate/button.js");

/**
 * What a press of a button would post, by the ids of the composers.
 *
 * @param {string} html
 * @param {string} press
 * @param {import("../src/types.ts").Site} [site]
 */
function postedBy(html, press, site) {
  const find = page(html);
  const event = new window.MouseEvent("click", { bubbles: true, composed: true });
  return dispatched(find(press), event, site)?.composers.map((composer) => composer.id) ?? null;
}

/**
 * @param {string} html
 * @param {string} composer
 * @param {KeyboardEventInit} key
 * @param {import("../src/types.ts").Site} [site]
 */
function postedByKey(html, composer, key, site) {
  const find = page(html);
  const event = new window.KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true, ...key });
  return dispatched(find(composer), event, site)?.composers.map((one) => one.id) ?? null;
}

/**
 * @param {HTMLElement} target
 * @param {any} event
 * @param {import("../src/types.ts").Site} [site]
 */
function dispatched(target, event, site) {
  const gestures = new Gestures(new Adapter(site, "localhost"), (element) => element.shadowRoot);
  /** @type {import("../src/gate/gestures.js").Posting | null} */
  let posting = null;
  const listener = (/** @type {any} */ heard) => {
    posting = gestures.postingBy(heard);
  };
  window.addEventListener(event.type, listener, { capture: true, once: true });
  target.dispatchEvent(event);
  return /** @type {import("../src/gate/gestures.js").Posting | null} */ (posting);
}

const FILLED = "<textarea id=c>falcon</textarea>";

test("what only mirrors a composer is not posted with it", () => {
  const html = `<div>${FILLED}<div id=m contenteditable>falcon</div><button id=b>Post</button></div>`;
  const site = { id: "s", name: "S", hosts: [], composers: [] };
  assert.deepEqual(postedBy(html, "#b", site), ["c", "m"]);
  assert.deepEqual(postedBy(html, "#b", { ...site, mirrors: "#m" }), ["c"]);
});

/** Buttons that post what stands before them. */
const POSTING = [
  "<button id=b>Post</button>",
  "<button id=b>Plaatsen</button>",
  "<button id=b><span>Send</span></button>",
  "<button id=b>Close and comment</button>",
  "<button id=b aria-label='Verstuur bericht'><svg></svg></button>",
  "<button id=b><img alt=Send></button>",
  "<button id=b>➤</button>",
  "<button id=b></button>",
  "<div role=button id=b>Reageer</div>",
  "<input type=submit id=b value=Deel>",
  "<a id=b>Tweet</a>",
  "<a href='#' id=b>→</a>",
  "<my-button id=b>?</my-button>",
  "<div tabindex=0 id=b>Share</div>",
  "<div style='cursor: pointer' id=b>Publish</div>",
];

for (const button of POSTING) {
  test(`posts: ${button}`, () => assert.deepEqual(postedBy(`<div>${FILLED}${button}</div>`, "#b"), ["c"]));
}

/** Buttons that do something else. */
const HELPING = [
  "<button id=b>Bold</button>",
  "<button id=b>Annuleren</button>",
  "<button id=b>Cancel reply</button>",
  "<button id=b>Edit post</button>",
  "<button id=b type=reset>Post</button>",
  "<button id=b aria-haspopup=menu>⋯</button>",
  "<button id=b aria-pressed=false>♥</button>",
  "<div role=toolbar><button id=b>B</button></div>",
  "<a id=b href='/home'>Home</a>",
  "<div id=b>Post</div>",
  "<article>Somebody else's <button id=b>Reply</button></article>",
  "<nav><button id=b>Post</button></nav>",
];

for (const button of HELPING) {
  test(`does not post: ${button}`, () => assert.equal(postedBy(`<div>${FILLED}${button}</div>`, "#b"), null));
}

test("a button without a telling name posts only what stands before it", () => {
  assert.equal(postedBy(`<button id=b>◉</button>${FILLED}`, "#b"), null);
});

test("an empty composer is nothing to post", () => {
  assert.equal(postedBy("<textarea id=c> \n</textarea><button id=b>Post</button>", "#b"), null);
});

test("a press inside the composer does not post", () => {
  assert.equal(postedBy("<div role=button tabindex=0>Post <textarea id=c>falcon</textarea></div>", "#c"), null);
});

test("a title and a text make one post", () => {
  const html =
    "<section><input id=t value=falcon><div id=c contenteditable>text</div><button id=b>Post</button></section>";
  assert.deepEqual(postedBy(html, "#b"), ["t", "c"]);
});

test("of two composers the one next to the button is posted", () => {
  const one = "<section><textarea id=c1>a</textarea><button id=b1>Post</button></section>";
  const two = "<section><textarea id=c2>b</textarea><button id=b2>Post</button></section>";
  assert.deepEqual(postedBy(one + two, "#b1"), ["c1"]);
  assert.deepEqual(postedBy(one + two, "#b2"), ["c2"]);
});

test("a search, a password and a name are no composers", () => {
  const search = "<div role=search><input id=c value=falcon><button id=b>Submit</button></div>";
  assert.equal(postedBy(search, "#b"), null);
  const login = "<form><input id=c value=jan><input type=password value=falcon><button id=b>Log in</button></form>";
  assert.equal(postedBy(login, "#b"), null);
  const settings = "<div><input id=c value=jan><button id=b>☰</button></div>";
  assert.equal(postedBy(settings, "#b"), null);
});

test("a single line beside a button that posts is a composer", () => {
  assert.deepEqual(postedBy("<div><input id=c value=falcon><button id=b>Send</button></div>", "#b"), ["c"]);
  assert.deepEqual(postedByKey("<div><input id=c value=falcon><button>Send</button></div>", "#c", {}), ["c"]);
});

test("a submit posts what its form holds, wherever it stands", () => {
  const find = page(`<form id=f><div id=c1 contenteditable>a</div></form><textarea form=f id=c2>b</textarea>${FILLED}`);
  const posting = dispatched(find("#f"), new window.SubmitEvent("submit", { bubbles: true, cancelable: true }));
  assert.deepEqual(
    posting?.composers.map((composer) => composer.id),
    ["c1", "c2"],
  );
});

test("Ctrl or Cmd with Enter posts anywhere, Enter alone only where the adapter says so", () => {
  /** @type {import("../src/types.ts").Site} */
  const chat = { id: "x", name: "X", hosts: [], composers: [{ id: "chat", composer: "#c", keys: ["enter"] }] };
  assert.deepEqual(postedByKey(FILLED, "#c", { ctrlKey: true }), ["c"]);
  assert.deepEqual(postedByKey(FILLED, "#c", { metaKey: true }), ["c"]);
  assert.equal(postedByKey(FILLED, "#c", {}), null);
  assert.deepEqual(postedByKey(FILLED, "#c", {}, chat), ["c"]);
  assert.equal(postedByKey(FILLED, "#c", { shiftKey: true }, chat), null);
  assert.equal(postedByKey(FILLED, "#c", { key: " " }, chat), null);
});

test("Enter and Space on a button press it", () => {
  const html = `${FILLED}<div role=button tabindex=0 id=b>Post</div>`;
  assert.deepEqual(postedByKey(html, "#b", {}), ["c"]);
  assert.deepEqual(postedByKey(html, "#b", { key: " " }), ["c"]);
});

test("where the adapter's button is on the page, one without a telling name is not taken for it", () => {
  /** @type {import("../src/types.ts").Site} */
  const site = { id: "x", name: "X", hosts: [], composers: [{ id: "post", composer: "#c", submit: [".go", ":bad("] }] };
  const html = `<div>${FILLED}<button id=b>◉</button><span class=go id=g>↑</span></div>`;
  site.composers[0]?.submit?.pop();
  assert.equal(postedBy(html, "#b", site), null);
  assert.deepEqual(postedBy(html, "#g", site), ["c"]);
  const drifted = html.replace("class=go", "class=went");
  assert.deepEqual(postedBy(drifted, "#b", site), ["c"]);
});

test("a selector that is none costs the adapter and not the guard", () => {
  /** @type {import("../src/types.ts").Site} */
  const site = { id: "x", name: "X", hosts: [], composers: [{ id: "post", composer: "::(", submit: [":bad("] }] };
  assert.deepEqual(postedBy(`<div>${FILLED}<button id=b>Post</button></div>`, "#b", site), ["c"]);
});

test("composers in open shadow roots are found, and buttons in them", () => {
  const find = page("<div id=host></div><button id=b>Post</button>");
  find("#host").attachShadow({ mode: "open" }).innerHTML = `${FILLED}<button id=inner>Send</button>`;
  const press = () => new window.MouseEvent("click", { bubbles: true, composed: true });
  assert.deepEqual(
    dispatched(find("#b"), press())?.composers.map((one) => one.id),
    ["c"],
  );
  const inner = /** @type {HTMLElement} */ (find("#host").shadowRoot?.querySelector("#inner"));
  assert.equal(dispatched(inner, press())?.button, inner);
});

test("for a key the button that surely posts is found, or none", () => {
  const gestures = new Gestures(new Adapter(undefined, "localhost"), (element) => element.shadowRoot);
  const found = (/** @type {string} */ html) => gestures.buttonFor(page(html)("#c"))?.id ?? null;
  assert.equal(found(`<div>${FILLED}<button>Bold</button><button id=b>Post</button></div><button>Post</button>`), "b");
  assert.equal(found(`${FILLED}<button>Post</button><button>Send</button>`), null);
  assert.equal(found(`${FILLED}<button>◉</button>`), null);
  assert.equal(found(`${FILLED}<button disabled>Post</button>`), null);
  assert.equal(found(`<article>${FILLED}</article><button>Post</button>`), null);
});

test("the button inside of a custom element is the one that is pressed for a key", () => {
  const gestures = new Gestures(
    new Adapter(
      { id: "s", name: "S", hosts: [], composers: [{ id: "post", composer: "#c", submit: ["x-submit"] }] },
      "",
    ),
    (element) => element.shadowRoot,
  );
  const find = page(`<div>${FILLED}<x-submit id=host></x-submit></div>`);
  const root = find("#host").attachShadow({ mode: "open" });
  root.innerHTML = "<span><button id=inner>Post</button></span>";
  assert.equal(gestures.buttonFor(find("#c"))?.id, "inner");
  root.innerHTML = "<button>Post</button><button>Save</button>";
  assert.equal(gestures.buttonFor(find("#c"))?.id, "host", "which of two it would be is not known");
});

test("names are read as a person would", () => {
  const find = page("<span id=l>Send it</span><button id=b aria-labelledby=l>x</button>");
  assert.equal(nameOf(find("#b")), "Send it");
  assert.equal(purposeOfName("Send image"), "posts");
  assert.equal(purposeOfName("Afbeelding toevoegen"), "helps");
  assert.equal(purposeOfName("Posts"), "unknown");
});
