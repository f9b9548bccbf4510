/** A single-page app: each post leads to another route, and each route builds its composer anew. */

import { actsOn, composer, main, ready } from "../kit/composer.js";
import { editable } from "../kit/fields.js";

async function route() {
  main.replaceChildren();
  await composer(
    main,
    (host) => {
      const editor = editable(host);
      const leave = () => {
        history.pushState(null, "", `#${Date.now()}`);
        return route();
      };
      return { text: editor.text, clear: leave };
    },
    actsOn("click"),
  );
}

await route();
ready();
