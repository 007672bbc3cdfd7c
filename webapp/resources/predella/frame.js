/* What every page does beside its links and forms: menus that close, values that are copied, keys that lead on. */
(function () {
  'use strict';

  document.addEventListener('click', function (event) {
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
    var copy = event.target.closest('[data-copy]');
    if (copy) {
      copyText(copy);
    }
    var toggle = event.target.closest('[data-toggle]');
    if (toggle) {
      var open = document.getElementById(toggle.dataset.toggle).classList.toggle('open');
      toggle.setAttribute('aria-expanded', String(open));
    } else if (!event.target.closest('.side')) {
      closeSide();
    }
  });

  function closeSide() {
    var side = document.querySelector('.side.open');
    if (side) {
      side.classList.remove('open');
      document.querySelector('[data-toggle="side"]').setAttribute('aria-expanded', 'false');
    }
  }

  function copyText(button) {
    // Pages without TLS on another machine have no clipboard; there the text is selected instead.
    var done = function () {
      var icon = button.querySelector('.pi');
      if (icon) {
        icon.className = 'pi pi-check';
        setTimeout(function () { icon.className = 'pi pi-copy'; }, 1500);
      }
    };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(button.dataset.copy).then(done, function () { select(button); });
    } else {
      select(button);
    }
  }

  function select(button) {
    var text = button.parentElement.querySelector('code, pre');
    if (text) {
      getSelection().selectAllChildren(text);
    }
  }

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      closeSide();
      document.querySelectorAll('details.menu[open]').forEach(function (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
    }
    if (document.documentElement.dataset.keys === 'on' && !isTyping(event)) {
      lead(event);
    }
  });

  var places = {o: '/dashboard/', i: '/dashboard/images', t: '/dashboard/tasks', q: '/dashboard/quota'};
  var going = 0;

  /* Single keys and pairs that begin with g; they can be turned off, since they are in the way of speech input. */
  function lead(event) {
    var search = document.getElementById('search');
    var sheet = document.getElementById('keys');
    var place = Date.now() - going < 1500 ? places[event.key] : null;
    going = event.key === 'g' ? Date.now() : 0;
    if (place) {
      location.assign(place);
    } else if (event.key === '/' && search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'c' && sheet) {
      location.assign('/dashboard/images/new');
    } else if (event.key === '?' && sheet && !sheet.open) {
      sheet.showModal();
    }
  }

  function isTyping(event) {
    return event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]');
  }
}());
