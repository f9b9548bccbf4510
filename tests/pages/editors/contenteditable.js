import { page } from "../kit/composer.js";
import { editable } from "../kit/fields.js";

page(editable);
