// Recovery codes: the browser's own print, where there is a script to ask for it.

const print = document.getElementById("print-codes");
print.hidden = false;
print.addEventListener("click", () => window.print());
