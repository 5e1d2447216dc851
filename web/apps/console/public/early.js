// Runs before the first paint so that neither the theme nor the language flickers. A file, not inline: the server's
// content security policy forbids inline scripts.
(function () {
  try {
    var root = document.documentElement;
    var theme = localStorage.getItem('firstfix.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    var language = localStorage.getItem('firstfix.language');
    if (!language) language = /^zh/i.test(navigator.language) ? 'zh-CN' : 'en';
    root.lang = language;
    var density = localStorage.getItem('firstfix.density');
    if (density) root.dataset.density = density;
  } catch {
    // Storage can be forbidden; the defaults in the page then stand.
  }
})();
