/** Two composers on one page: a post and, under it, a comment. */

import { composer, element, main, ready } from "../kit/composer.js";
import { editable, textarea } from "../kit/fields.js";

for (const [id, editor] of Object.entries({ first: textarea, second: editable })) {
  const article = element("article", { id });
  main.append(article);
  await composer(article, editor);
}
ready();
