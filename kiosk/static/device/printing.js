// Print what is shown.

document.querySelector('[data-do="print"]')?.addEventListener("click", () => print());
