/* What the list of images does beside its links and forms: all rows are picked at once, and menus open at their rows. */
(function () {
  'use strict';

  function boxes(all) {
    return Array.from(all.form.querySelectorAll('input[type="checkbox"][name="' + all.dataset.pickAll + '"]'));
  }

  function tell(form) {
    var place = form.querySelector('[data-picked]');
    if (place) {
      var picked = form.querySelectorAll('tbody input[type="checkbox"]:checked').length;
      place.textContent = place.dataset.picked.replace('{0}', picked);
    }
  }

  document.querySelectorAll('[data-pick-all]').forEach(function (all) {
    all.hidden = false;
    all.form.addEventListener('change', function (event) {
      var rows = boxes(all);
      if (event.target === all) {
        rows.forEach(function (row) { row.checked = all.checked; });
      }
      var picked = rows.filter(function (row) { return row.checked; }).length;
      all.checked = picked === rows.length;
      all.indeterminate = picked > 0 && picked < rows.length;
      tell(all.form);
    });
  });

  document.addEventListener('toggle', function (event) {
    var menu = event.target;
    if (event.newState !== 'open' || !menu.matches('[popover]')) {
      return;
    }
    var button = document.querySelector('[popovertarget="' + menu.id + '"]');
    var place = button.getBoundingClientRect();
    menu.style.margin = '0';
    menu.style.inset = 'auto';
    menu.style.left = Math.max(8, place.right - menu.offsetWidth) + 'px';
    var below = place.bottom + 4;
    menu.style.top = Math.max(8, Math.min(below, innerHeight - menu.offsetHeight - 8)) + 'px';
  }, true);

  // A menu belongs to a row; when the page moves, it does not go along.
  addEventListener('scroll', function () {
    document.querySelectorAll('[popover]:popover-open').forEach(function (menu) { menu.hidePopover(); });
  }, {passive: true});
}());
