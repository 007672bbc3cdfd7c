/* Lets a file be chosen in place of pasting its text (data-file-into names the field); what is too long stays out. */
(function () {
  'use strict';

  document.querySelectorAll('[data-file-into]').forEach(function (part) {
    var file = part.querySelector('input');
    var said = part.querySelector('small');
    part.hidden = false;
    file.addEventListener('change', function () {
      var chosen = file.files[0];
      if (!chosen) {
        return;
      }
      if (chosen.size > 4 * part.dataset.most) {
        said.textContent = part.dataset.tooLong;
        return;
      }
      chosen.text().then(function (text) {
        var tooLong = text.length > part.dataset.most;
        said.textContent = tooLong ? part.dataset.tooLong : '';
        if (!tooLong) {
          document.getElementById(part.dataset.fileInto).value = text;
        }
      });
    });
  });
}());
