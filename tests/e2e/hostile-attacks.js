/**
 * What a hostile page tries, as data: scripts that run in its main world, and what must follow. Each is sent to the browser
 * as text, so it knows nothing but the page. What a script catches of ours it adds to `window.loot`.
 *
 * @typedef {object} Attack
 * @property {string} name
 * @property {() => void} [early] Runs before the page's own first script.
 * @property {() => void} [late] Runs once the page is there and before anything is written.
 * @property {() => void} [asked] Runs once the panel is open. It may leave `window.relent`, which takes the attack back.
 * @property {"nothing" | "denied"} follows Nothing at all; or the page keeps the panel from the person: then the post stays held,
 *   and can be decided upon when the page relents.
 * @property {Partial<Record<import("./browser.js").Kind, string>>} [skip] Why a browser cannot do it.
 */

/** The page's own way to everything that the guard uses too. */
function patch() {
  const loot = Object.assign(window, { loot: /** @type {string[]} */ ([]) }).loot;
  const spy = (/** @type {any} */ owner, /** @type {string} */ name) => {
    const real = owner[name];
    owner[name] = function (/** @type {any[]} */ ...given) {
      loot.push(name);
      return Reflect.apply(real, this, given);
    };
  };
  spy(Element.prototype, "attachShadow");
  spy(HTMLDialogElement.prototype, "showModal");
  spy(HTMLElement.prototype, "showPopover");
  spy(ResizeObserver.prototype, "observe");
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (this === window && type === "focusin") loot.push(type);
    return addEventListener.call(this, type, listener, options);
  };
  Event.prototype.stopImmediatePropagation = () => {};
  Event.prototype.composedPath = () => [document.body];
  Range.prototype.toString = () => "We ship on Monday!";
  Range.prototype.getClientRects = () => /** @type {any} */ ([]);
  for (const name of ["verdict", "action", "reasons", "findings"]) {
    Object.defineProperty(Object.prototype, name, { get: () => [], set: () => loot.push(name) });
  }
  Array.prototype.every = /** @type {any} */ (() => true);
  MutationObserver.prototype.observe = () => {};
  IntersectionObserver.prototype.observe = () => {};
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 1, 1);
  Document.prototype.elementFromPoint = () => document.body;
}

/** Everything that the page could press or type at what is ours. */
function pressByScript() {
  const host = /** @type {HTMLElement} */ (document.querySelector("html > div"));
  for (const key of ["Enter", " ", "Escape", "Tab"]) {
    for (const target of [host, window, document, document.body]) {
      for (const type of ["keydown", "keypress", "keyup"]) {
        target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
      }
    }
  }
  for (let x = 4; x < innerWidth; x += 24) {
    for (let y = 4; y < innerHeight; y += 18) {
      const at = { clientX: x, clientY: y, detail: 1, bubbles: true, composed: true, cancelable: true };
      host.dispatchEvent(new PointerEvent("pointerdown", at));
      host.dispatchEvent(new MouseEvent("click", at));
    }
  }
  host.click();
  /** @type {HTMLElement} */ (document.activeElement)?.click();
}

/** Notes every event in which something of ours shows. */
function listenToAll() {
  const loot = Object.assign(window, { loot: /** @type {string[]} */ ([]) }).loot;
  const note = (/** @type {Event} */ event) => {
    const target = /** @type {Element} */ (event.target);
    if (target instanceof HTMLDivElement && target.parentNode === document.documentElement) {
      loot.push(event.type);
    }
  };
  const handlers = [];
  // Where the pointer is to the last fraction is all that `pointerrawupdate` tells; to listen to it makes every page slower.
  for (const name in document.body) {
    if (name.startsWith("on") && name !== "onpointerrawupdate") handlers.push(name.slice(2));
  }
  for (const type of [...handlers, "focusin", "focusout"]) {
    addEventListener(type, note, true);
  }
}

/** Looks for the words of the panel in every way that a page has. */
function readAll() {
  const words = ["2.1", "not public", "niet openbaar", "communicatie@"];
  const loot = Object.assign(window, { loot: /** @type {string[]} */ ([]) }).loot;
  const host = /** @type {HTMLElement} */ (document.querySelector("html > div"));
  document.execCommand("selectAll");
  const selected = String(getSelection());
  getSelection()?.selectAllChildren(document.documentElement);
  const seen = [
    ...[selected, String(getSelection()), document.documentElement.innerText, document.documentElement.outerHTML],
    ...[host.innerText, host.outerHTML, new XMLSerializer().serializeToString(document)],
    /** @type {any} */ (host).getHTML?.({ serializableShadowRoots: true }) ?? "",
    /** @type {HTMLElement} */ (host.cloneNode(true)).outerHTML,
  ];
  for (const word of words) {
    const where = seen.findIndex((text) => text.includes(word));
    if (where >= 0) loot.push(`read ${word} at ${where}`);
  }
  const roots = [
    host.shadowRoot,
    ...document
      .getAnimations()
      .map((it) => it.effect && /** @type {KeyframeEffect} */ (it.effect).target?.getRootNode()),
  ];
  if (roots.some((root) => root instanceof ShadowRoot)) loot.push("a shadow root");
  for (const highlight of CSS.highlights.values()) for (const range of highlight) loot.push(`marked ${range}`);
}

/** Before the panel opens: what is drawn around the text. */
function readMarks() {
  const loot = Object.assign(window, { loot: /** @type {string[]} */ ([]) }).loot;
  const look = () => {
    if (!document.activeElement?.matches("[contenteditable]")) return;
    for (const highlight of CSS.highlights.values()) for (const range of highlight) loot.push(`marked ${range}`);
    for (let x = 2; x < innerWidth; x += 20) {
      for (let y = 2; y < innerHeight; y += 14) {
        if (document.elementFromPoint(x, y)?.matches("html > div")) loot.push(`something at ${x}, ${y}`);
      }
    }
    setTimeout(look, 100);
  };
  document.addEventListener("input", look, { once: true });
}

/** Asks for every letter in the window: under a modal panel nothing of the page itself is found. */
function findLetters() {
  const loot = Object.assign(window, { loot: /** @type {string[]} */ ([]) }).loot;
  for (const letter of "abcdefghijklmnopqrstuvwxyz0123456789.") {
    getSelection()?.removeAllRanges();
    if (/** @type {any} */ (window).find(letter, false, false, true)) loot.push(`found ${letter}`);
  }
}

/** The page's own messages, in the words of the extension. */
function sendMessages() {
  const loot = Object.assign(window, { loot: /** @type {string[]} */ ([]) }).loot;
  const verdict = { action: "allow", findings: [], reasons: [] };
  const words = [
    { type: "settings", settings: { ownDomains: [location.hostname], policy: "other", language: "en", theme: null } },
    ...[{ type: "guarded", origins: [] }, { type: "pause" }, { type: "about" }, { type: "report" }],
    ...Array.from({ length: 50 }, (_, id) => ({ id, verdict, card: { on_error: "open", stance: "open" } })),
  ];
  const { port1, port2 } = new MessageChannel();
  for (const word of words) {
    postMessage(word, "*");
    window.dispatchEvent(new MessageEvent("message", { data: word }));
    port1.postMessage(word);
    new BroadcastChannel("guard").postMessage(word);
  }
  postMessage("port", "*", [port2]);
  visualViewport?.dispatchEvent(new Event("successor"));
  const { extension } = document.documentElement.dataset;
  const runtime = /** @type {any} */ (window).chrome?.runtime ?? /** @type {any} */ (window).browser?.runtime;
  for (const call of ["connect", "sendMessage"]) {
    try {
      runtime?.[call]?.(extension, { id: 1, type: "card" });
    } catch {}
  }
  for (const file of ["manifest.json", "engine.wasm", "policy.sealed", "options.html"]) {
    const image = new Image();
    image.onload = () => loot.push(file);
    fetch(`chrome-extension://${extension}/${file}`).then(
      () => loot.push(file),
      () => {},
    );
  }
}

/** Ten thousand events at once, and as many while the panel is open. */
function flood() {
  const composer = document.querySelector("[contenteditable]");
  for (let count = 0; count < 10_000; count += 1) composer?.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

const style = (/** @type {string} */ css) => `{
  const sheet = document.createElement("style");
  sheet.textContent = ${JSON.stringify(css)};
  document.head.append(sheet);
  window.relent = () => sheet.remove();
}`;

/** An attack that is only a style sheet. */
const restyled = (/** @type {string} */ css) => /** @type {() => void} */ (new Function(style(css)));

/** @type {Attack[]} */
export const attacks = [
  { name: "patches what everything is made of, before", early: patch, follows: "nothing" },
  { name: "patches what everything is made of, after", late: patch, follows: "nothing" },
  { name: "presses and types by script", asked: pressByScript, follows: "nothing" },
  { name: "listens to every event", late: listenToAll, follows: "nothing" },
  { name: "looks for the marks", late: readMarks, follows: "nothing" },
  { name: "looks for the words of the panel", asked: readAll, follows: "nothing" },
  { name: "asks for every letter of the panel", asked: findLetters, follows: "nothing" },
  { name: "sends messages", late: sendMessages, asked: sendMessages, follows: "nothing" },
  { name: "floods", late: flood, asked: flood, follows: "nothing" },
  {
    name: "styles the panel's element",
    asked() {
      const host = /** @type {HTMLElement} */ (document.querySelector("html > div"));
      const hides = "display: none; opacity: 0; visibility: hidden; pointer-events: none; transform: scale(0);";
      host.hidden = true;
      host.setAttribute("style", `${hides} clip-path: inset(50%);`.replaceAll(";", " !important;"));
      host.setAttribute("popover", "");
    },
    follows: "nothing",
  },
  {
    name: "styles every element",
    asked: restyled(
      "html > div, html > div * { display: none !important; opacity: 0 !important; filter: opacity(0) !important; }",
    ),
    follows: "nothing",
  },
  {
    name: "changes all that elements have from those around them",
    asked: restyled(`html, html > div { color: transparent !important; -webkit-text-fill-color: transparent !important;
      -webkit-text-security: disc !important; text-indent: -99em !important; letter-spacing: 9em !important;
      line-height: 0 !important; pointer-events: none !important; font: 1px x !important;
      text-transform: uppercase !important; cursor: none !important;
      -webkit-user-modify: read-write !important; direction: rtl !important; unicode-bidi: bidi-override !important; }
      body { -webkit-text-security: none !important; text-transform: none !important; }`),
    follows: "nothing",
  },
  {
    name: "brings letters of its own",
    asked: restyled(
      `@font-face { font-family: "system-ui"; src: local("Courier"); size-adjust: 1%; }
       @font-face { font-family: "sans-serif"; src: local("Courier"); size-adjust: 1%; }`,
    ),
    follows: "nothing",
  },
  {
    name: "makes everything editable, and writes in it",
    asked() {
      document.designMode = "on";
      document.documentElement.contentEditable = "true";
      document.execCommand("selectAll");
      for (const command of ["bold", "foreColor", "fontSize"]) document.execCommand(command, false, "1");
      Object.assign(window, {
        relent() {
          document.designMode = "off";
          document.documentElement.removeAttribute("contenteditable");
        },
      });
    },
    follows: "nothing",
  },
  {
    name: "takes the focus again and again",
    asked() {
      const field = document.createElement("input");
      document.body.append(field);
      const timer = setInterval(() => field.focus());
      Object.assign(window, {
        relent() {
          clearInterval(timer);
          field.remove();
        },
      });
    },
    follows: "nothing",
  },
  {
    name: "asks to be left",
    asked() {
      for (let count = 0; count < 20; count += 1) {
        const watcher = /** @type {any} */ (window).CloseWatcher && new /** @type {any} */ (window).CloseWatcher();
        watcher?.requestClose();
      }
      const host = document.querySelector("html > div");
      for (const type of ["cancel", "close", "toggle", "beforetoggle", "command", "submit", "reset"]) {
        host?.dispatchEvent(new Event(type, { bubbles: true, cancelable: true, composed: true }));
      }
      history.pushState(null, "", "#elsewhere");
    },
    follows: "nothing",
  },
  { name: "makes its letters small", asked: restyled("html { font-size: 0.1px !important; }"), follows: "nothing" },
  { name: "is hidden", asked: restyled("html { display: none !important; }"), follows: "denied" },
  {
    name: "is skipped by the browser",
    asked: restyled("html { content-visibility: hidden !important; }"),
    follows: "denied",
  },
  { name: "makes itself transparent", asked: restyled("html { opacity: 0 !important; }"), follows: "nothing" },
  {
    name: "blurs and moves itself",
    asked: restyled("html { filter: blur(50px) !important; transform: translateX(-200vw) !important; }"),
    follows: "nothing",
  },
  { name: "is zoomed out of sight", asked: restyled("html { zoom: 0.05 !important; }"), follows: "denied" },
  {
    name: "takes the panel away again and again",
    asked() {
      const remove = () => document.querySelector("html > div")?.remove();
      const observer = new MutationObserver(remove);
      observer.observe(document.documentElement, { childList: true });
      remove();
      Object.assign(window, { relent: () => observer.disconnect() });
    },
    follows: "denied",
  },
  {
    name: "moves the panel into another document",
    asked() {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      frame.contentDocument?.body.append(/** @type {Node} */ (document.querySelector("html > div")));
      Object.assign(window, { relent: () => {} });
    },
    follows: "denied",
  },
  {
    name: "makes the panel's element inert",
    asked() {
      const host = /** @type {HTMLElement} */ (document.querySelector("html > div"));
      host.inert = true;
      Object.assign(window, { relent: () => host.removeAttribute("inert") });
    },
    follows: "denied",
  },
  {
    name: "makes everything inert",
    asked() {
      document.documentElement.inert = true;
      Object.assign(window, { relent: () => document.documentElement.removeAttribute("inert") });
    },
    follows: "denied",
  },
  {
    name: "slides the panel under a lure",
    asked() {
      const lure = document.createElement("div");
      lure.popover = "manual";
      lure.textContent = "Win a prize";
      lure.setAttribute("style", "width: 100vw; height: 100vh; background: #fff; pointer-events: none;");
      document.body.append(lure);
      const raise = () => {
        lure.hidePopover();
        lure.showPopover();
        frame = requestAnimationFrame(raise);
      };
      let frame = requestAnimationFrame(raise);
      Object.assign(window, {
        relent() {
          cancelAnimationFrame(frame);
          lure.remove();
        },
      });
    },
    follows: "denied",
  },
  {
    name: "covers the panel with one that looks like it",
    asked() {
      const lure = document.createElement("dialog");
      const button = document.createElement("button");
      button.textContent = "Post anyway";
      button.setAttribute("style", "width: 90vw; height: 90vh;");
      lure.append(button);
      document.body.append(lure);
      lure.showModal();
      Object.assign(window, { relent: () => lure.remove() });
    },
    follows: "denied",
  },
  {
    name: "takes the whole screen",
    asked() {
      void document.body.requestFullscreen();
      Object.assign(window, { relent: () => document.exitFullscreen() });
    },
    follows: "denied",
  },
  {
    name: "covers the panel by a transition",
    asked() {
      const sheet = document.createElement("style");
      sheet.textContent = `::view-transition { background: #fff; pointer-events: none; }
        ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) {
          animation-duration: 60s; pointer-events: none; }`;
      document.head.append(sheet);
      const transition = document.startViewTransition(() => {});
      Object.assign(window, { relent: () => transition.skipTransition() });
    },
    follows: "denied",
  },
];
