/** What every page's site does with a post: sends the text it believes was written, counts, and tells when it is ready. */

/** The id of this visit. */
export const run = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=run]")).content;

/** Whether this page plays a chat, where plain Enter posts. */
export const chat = "chat" in document.body.dataset;

let started = Number(document.documentElement.dataset.posted);

/**
 * Posts one text. The number of the post travels with it, so that the server sees a post that was lost or doubled on
 * the way, not only one that came.
 *
 * @param {string} text
 * @param {() => void} cleared What the site does once the server has it: empties the composer.
 */
export async function post(text, cleared) {
  started += 1;
  const number = started;
  await fetch(`/posts/${run}?n=${number}`, { method: "POST", body: text });
  cleared();
  document.documentElement.dataset.posted = String(number);
}

document.addEventListener("securitypolicyviolation", (event) => {
  const { violatedDirective, blockedURI, sourceFile } = event;
  fetch(`/reports/${run}`, { method: "POST", body: JSON.stringify({ violatedDirective, blockedURI, sourceFile }) });
});
