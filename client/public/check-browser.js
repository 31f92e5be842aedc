/*
 * Says in two languages that a browser is too old, before the page itself is loaded.
 * Written for browsers of 2009 and later: no syntax or function newer than ES5 may be used here. That includes the
 * comma after the last argument, which the formatter adds to every call that does not fit on a line.
 */
(function () {
  'use strict';

  var NL =
    'Deze browser is te oud voor Ruimte. Werk hem bij, of open de link in een nieuwe Firefox, Chrome, Edge of Safari. Lukt dat niet, kijk dan mee met iemand naast je.';
  var EN =
    'This browser is too old for Ruimte. Update it, or open the link in a recent Firefox, Chrome, Edge or Safari. If you cannot, share a screen with someone next to you.';

  function isNewEnough() {
    // What the page cannot do without; each was among the last of its year to reach all browsers.
    return (
      'noModule' in document.createElement('script') &&
      typeof WebSocket === 'function' &&
      typeof Object.hasOwn === 'function' &&
      typeof Array.prototype.at === 'function' &&
      typeof Intl === 'object' &&
      typeof Intl.Segmenter === 'function' &&
      typeof window.crypto === 'object' &&
      typeof window.crypto.getRandomValues === 'function' &&
      typeof document.createElement('dialog').showModal === 'function'
    );
  }

  function paragraph(language, text) {
    var element = document.createElement('p');
    element.lang = language;
    element.style.margin = '0 0 1em';
    element.appendChild(document.createTextNode(text));
    return element;
  }

  if (isNewEnough()) return;

  var root = document.getElementById('root');
  var message = document.createElement('div');
  message.id = 'browser-too-old';
  message.setAttribute('role', 'alert');
  message.style.maxWidth = '36em';
  message.style.margin = '0 auto';
  message.style.padding = '2em 1.25em';
  message.style.font = '18px/1.5 "Segoe UI", Helvetica, Arial, sans-serif';
  message.appendChild(paragraph('nl', NL));
  message.appendChild(paragraph('en', EN));
  root.parentNode.insertBefore(message, root);
  // The module script fails at once, or starts and breaks later: without a root it shows nothing.
  root.parentNode.removeChild(root);
})();
