/** Entry of `built/add-service.js`: the form on which volunteers write an entry. */

import { startForm } from "./form.js";

document.querySelectorAll("[data-rd-form]").forEach(($mount) => startForm($mount));
