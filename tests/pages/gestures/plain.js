import { page } from "../kit/composer.js";
import { textarea } from "../kit/fields.js";

page(textarea);
