/*
 * Makes the forms about an image quicker than they are without a script: in form.editor every button but the one that
 * saves is answered in place, values that services do not take are marked while they are typed (data-kind), changed
 * rows show it and are counted, the catalogue can be searched, and form.changes is not left by mistake.
 */
(function () {
  'use strict';

  var leaving = false;

  function editor() {
    return document.querySelector('form.editor');
  }

  /** What somebody entered into a form, as one text; not what the page itself adds to it. */
  function state(form) {
    var own = new URLSearchParams(new FormData(form));
    ['csrf', 'primefaces.nonce', 'jakarta.faces.ViewState'].forEach(function (name) { own.delete(name); });
    return own.toString();
  }

  var forms = new Map();
  document.querySelectorAll('form.changes').forEach(function (form) {
    forms.set(form.id, state(form));
  });

  function isDirty() {
    return Boolean(document.querySelector('.property.changed'))
      || Array.from(document.querySelectorAll('form.changes:not(.editor)')).some(function (form) {
        return state(form) !== forms.get(form.id);
      });
  }

  addEventListener('beforeunload', function (event) {
    if (!leaving && isDirty()) {
      event.preventDefault();
    }
  });

  document.addEventListener('submit', function (event) {
    var form = event.target;
    var button = event.submitter;
    leaving = true;
    if (form !== editor() || !button || button.value === 'save' || !window.fetch) {
      return;
    }
    event.preventDefault();
    leaving = false;
    answerInPlace(form, button);
  });

  function answerInPlace(form, button) {
    var body = new URLSearchParams(new FormData(form));
    body.append(button.name, button.value);
    fetch(form.action, {method: 'POST', body: body, headers: {Accept: 'text/html'}}).then(function (answer) {
      return answer.text().then(function (text) {
        var page = new DOMParser().parseFromString(text, 'text/html');
        var fresh = page.querySelector('form.editor');
        if (!answer.ok || !fresh) {
          throw new Error('no editor in the answer');
        }
        take(form, fresh, page, button.value);
      });
    }).catch(function () {
      // Whatever was wrong: the browser's own way shows it.
      leaving = true;
      var field = document.createElement('input');
      field.type = 'hidden';
      field.name = button.name;
      field.value = button.value;
      form.append(field);
      form.submit();
    });
  }

  function take(form, fresh, page, pressed) {
    var known = names(form);
    var sought = form.querySelector('#find-offered') ? form.querySelector('#find-offered').value : '';
    var open = Array.from(form.querySelectorAll('details[open]'), function (one) { return one.dataset.keep; });
    form.replaceWith(document.importNode(fresh, true));
    replace('#messages', page);
    document.querySelectorAll('body > main datalist, main > datalist').forEach(function (list) { list.remove(); });
    page.querySelectorAll('main > datalist').forEach(function (list) {
      document.querySelector('main').append(document.importNode(list, true));
    });
    editor().querySelectorAll('details').forEach(function (one) {
      one.open = open.indexOf(one.dataset.keep) >= 0;
    });
    editor().querySelectorAll('.property').forEach(mark);
    search(sought);
    focus(known, pressed);
  }

  function replace(selector, page) {
    var old = document.querySelector(selector);
    var fresh = page.querySelector(selector);
    if (old && fresh) {
      old.replaceWith(document.importNode(fresh, true));
    }
  }

  function names(form) {
    return Array.from(form.querySelectorAll('input[name=row]'), function (row) { return row.value; });
  }

  /** A new row is what comes next; otherwise the button keeps the focus, or what has taken its place. */
  function focus(known, pressed) {
    var added = Array.from(editor().querySelectorAll('input[name=row]')).filter(function (row) {
      return known.indexOf(row.value) < 0;
    })[0];
    var name = pressed.slice(pressed.indexOf(':') + 1);
    var target = added
      ? field(added.closest('.property'))
      : editor().querySelector('button[value="' + CSS.escape(pressed) + '"]')
        || Array.from(editor().querySelectorAll('button')).filter(function (one) {
          return one.value === 'undo:' + name || one.value === 'plus:' + name;
        })[0]
        || editor().querySelector('#custom');
    if (target) {
      target.focus({preventScroll: !added});
    }
    if (added) {
      added.closest('.property').scrollIntoView({block: 'nearest'});
    }
  }

  function field(row) {
    return row.querySelector('input[type=text], select, textarea');
  }

  /* What the server knows besides, such as patterns, it marks when it is asked. */
  var numbers = {WHOLE: /^-?[0-9]{1,18}$/, NUMBER: /^-?[0-9]{1,18}(\.[0-9]{1,18})?$/};

  function isTaken(input) {
    var kind = input.dataset;
    return numbers[kind.kind].test(input.value)
      && (!kind.least || Number(input.value) >= Number(kind.least))
      && (!kind.most || Number(input.value) <= Number(kind.most));
  }

  function mark(row) {
    var input = field(row);
    if (!input) {
      return;
    }
    if (input.dataset.kind in numbers) {
      input.setAttribute('aria-invalid', String(!isTaken(input)));
    }
    row.classList.toggle('changed', row.classList.contains('gone') || row.dataset.new === 'true'
      || input.value !== row.dataset.before);
    count();
  }

  function count() {
    var place = document.querySelector('[data-count]');
    if (place) {
      place.textContent = place.dataset.count.replace(/\{0[^}]*\}/, document.querySelectorAll('.property.changed').length);
    }
  }

  /** Shows only what has a word of the field in it, and opens what has any of it. */
  function search(words) {
    var field = document.querySelector('#find-offered');
    if (!field) {
      return;
    }
    field.closest('[hidden], .finding').hidden = false;
    field.value = words;
    var wanted = words.trim().toLowerCase();
    editor().querySelectorAll('details.group').forEach(function (group) {
      var found = 0;
      group.querySelectorAll('.offered li').forEach(function (one) {
        one.hidden = wanted !== '' && one.textContent.toLowerCase().indexOf(wanted) < 0;
        found += one.hidden ? 0 : 1;
      });
      group.querySelectorAll('.section').forEach(function (section) {
        section.hidden = !section.querySelector('li:not([hidden])');
      });
      group.hidden = found === 0;
      if (wanted) {
        group.open = found > 0;
      }
    });
  }

  if (editor()) {
    search('');
  }

  document.addEventListener('input', function (event) {
    if (event.target.id === 'find-offered') {
      search(event.target.value);
      if (!event.target.value) {
        editor().querySelectorAll('details.group').forEach(function (group) { group.open = false; });
      }
    }
    var row = event.target.closest('.property');
    if (row) {
      mark(row);
    }
  });
}());
