/** Language and look. */
import { CHOICES, settled } from "../../settings.js";
import { offer, own, part } from "../page.js";

const lists = Object.fromEntries(
  Object.keys(CHOICES).map((setting) => [setting, /** @type {HTMLSelectElement} */ (part(setting))]),
);

for (const [setting, list] of Object.entries(lists)) {
  list.addEventListener("change", () => own.set(/** @type {keyof typeof CHOICES} */ (setting), list.value || null));
}

/**
 * @param {import("../page.js").Words} words
 * @param {import("../../background/pages.js").About["managed"]} [managed]
 */
export async function showSettings({ say }, managed) {
  const { language, theme } = lists;
  const chosen = await own.read();
  if (language)
    offer(language, [
      ["", say("as_browser")],
      ["en", "English"],
      ["nl", "Nederlands"],
    ]);
  if (theme)
    offer(theme, [
      ["", say("as_system")],
      ["light", say("theme_light")],
      ["dark", say("theme_dark")],
    ]);
  for (const [setting, list] of Object.entries(lists)) {
    const isLocked = managed?.locked.includes(setting) ?? false;
    const key = /** @type {keyof typeof CHOICES} */ (setting);
    list.value = settled(chosen, managed ?? { locked: [] })[key] ?? "";
    list.disabled = isLocked;
    part(`${setting}-locked`).hidden = !isLocked;
  }
}
