// The theme puts each copy button into a <nav>, which makes a landmark of every code block.
new MutationObserver(() => {
  for (const frame of document.querySelectorAll("nav.md-code__nav:not([role])")) frame.setAttribute("role", "none");
}).observe(document.body, { childList: true, subtree: true });
