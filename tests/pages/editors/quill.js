import { page } from "../kit/composer.js";
import { quill } from "../kit/quill.js";
import "quill/dist/quill.snow.css";

page(quill);
