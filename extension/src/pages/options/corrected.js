/** What the person said is not sensitive, and the choice to have every remark again. */
import { part } from "../page.js";

const sure = /** @type {HTMLDialogElement} */ (part("forget-sure"));

/**
 * @param {import("../page.js").Words} words
 * @param {{ ask(message: object): Promise<any> }} engine
 */
export async function showCorrected({ say }, engine) {
  part("forget").onclick = () => sure.showModal();
  part("forget-no").onclick = () => sure.close();
  part("forget-yes").onclick = async () => {
    sure.close();
    count(await engine.ask({ type: "forget" }));
    part("corrected-told").textContent = say("forgotten");
    part("corrected-heading").focus();
  };
  count(await engine.ask({ type: "corrected" }));

  /** @param {import("../../background/pages.js").Corrected} corrected */
  function count({ words, quiet }) {
    const isNothing = words === 0 && quiet === 0;
    const counts = [
      say("corrected_words", String(words)),
      ...(quiet > 0 ? [say("corrected_quiet", String(quiet))] : []),
    ];
    part("corrected-count").textContent = isNothing ? say("corrected_none") : counts.join(" ");
    part("forget").hidden = isNothing;
  }
}
