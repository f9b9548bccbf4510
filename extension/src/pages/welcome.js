/** What meets a person once Bezint is installed: what it does, and a composer to try it on, guarded as any other. */
import { guard } from "bezint";
import { portEngine } from "../content/port.js";
import { button, dress, own, part } from "./page.js";

/** Each in both languages and both looks, made of the real panel. */
const PICTURES = [1, 2, 3];
const EXAMPLES = [1, 2, 3];

const engine = portEngine(chrome.runtime);
const draft = /** @type {HTMLTextAreaElement} */ (part("draft"));
const isDark = matchMedia("(prefers-color-scheme: dark)");

/** @type {import("bezint/types").Guard | undefined} */
let guarding;

part("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  if (draft.value.trim() === "") return draft.focus();
  draft.value = "";
  void post();
});
chrome.storage.onChanged.addListener((changes) => own.isIn(changes) && show());
isDark.addEventListener("change", show);
await show();

async function post() {
  const { say } = await dress();
  part("told").textContent = say("welcome_posted");
}

async function show() {
  const { say, language } = await dress();
  const { colorScheme } = document.documentElement.style;
  const look = colorScheme || (isDark.matches ? "dark" : "light");
  for (const number of PICTURES) {
    const picture = /** @type {HTMLImageElement} */ (part(`picture-${number}`));
    picture.src = `pictures/${number}-${language}-${look}.webp`;
  }
  const choose = (/** @type {number} */ number) => {
    const text = say(`welcome_example_${number}`);
    return button(text, () => {
      draft.value = text;
      draft.focus();
      draft.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
  };
  part("examples").replaceChildren(...EXAMPLES.map(choose));
  guarding?.stop();
  const site = {
    id: "welcome",
    name: "Bezint",
    hosts: [],
    composers: [{ id: "post", composer: "#draft", audience: /** @type {const} */ ("public") }],
  };
  const theme =
    colorScheme === "dark" || colorScheme === "light" ? { theme: /** @type {"dark" | "light"} */ (colorScheme) } : {};
  guarding = guard({ engine, site, language, ...theme });
}
