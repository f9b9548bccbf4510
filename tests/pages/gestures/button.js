/** A button that posts on one event: `data-event`. */

import { actsOn, page } from "../kit/composer.js";
import { textarea } from "../kit/fields.js";

page(textarea, actsOn(document.body.dataset.event ?? "click"));
