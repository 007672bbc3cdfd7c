/*
 * What a file looks like: reads its first MiB, and its end where a format keeps its head there. A hint for the form and
 * no more; the service inspects the data itself.
 *
 * predella.formats.look(file) promises {kind, disk, container, virtualSize, backed}: what was recognised, the formats
 * to propose ('' for none), the bytes that a guest would see (null when the file does not say) and whether the data
 * rests on another file.
 */
(() => {
  'use strict';

  const MIB = 1024 * 1024;
  const SECTOR = 512;

  const bytes = async (file, from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer());

  const textAt = (head, at, length) => String.fromCharCode(...head.subarray(at, at + length));

  const is = (head, at, signature) => textAt(head, at, signature.length) === signature;

  const number = (head, at, length, little) => {
    let sum = 0;
    for (let i = 0; i < length; i++) {
      sum = sum * 256 + (head[little ? at + length - 1 - i : at + i] || 0);
    }
    return sum;
  };

  const disk = (kind, virtualSize, backed) =>
    ({kind, disk: kind, container: 'bare', virtualSize, backed: Boolean(backed)});

  const packed = kind => ({kind, disk: '', container: 'bare', virtualSize: null, backed: false});

  const archive = head => {
    const ova = /\.ovf\0*$/i.test(textAt(head, 0, 100));
    return ova ? {...packed('ova'), disk: 'vmdk', container: 'ova'} : {...packed('tar'), disk: 'raw'};
  };

  const raw = (kind, size) => ({...disk('raw', size), kind});

  /** Each reads the first MiB, the last sector and the size; the first that recognises something has its way. */
  const formats = [
    (head) => is(head, 0, 'QFI\xfb')
      && disk('qcow2', number(head, 24, 8), number(head, 8, 8) !== 0),
    (head) => is(head, 0, 'KDMV') && disk('vmdk', number(head, 12, 8, true) * SECTOR),
    (head) => (is(head, 0, '# Disk Descriptor') || is(head, 0, 'COWD')) && disk('vmdk', null),
    (head) => is(head, 0, 'vhdxfile') && disk('vhdx', null),
    (head) => is(head, 0, 'conectix') && disk('vhd', number(head, 48, 8)),
    (head, tail) => is(tail, 0, 'conectix') && disk('vhd', number(tail, 48, 8)),
    (head) => number(head, 64, 4, true) === 0xbeda107f && disk('vdi', number(head, 368, 8, true)),
    (head) => is(head, 0x8001, 'CD001') && disk('iso', null),
    (head) => is(head, 257, 'ustar') && archive(head),
    (head) => is(head, 0, '\x1f\x8b') && packed('gz'),
    (head) => is(head, 0, '\xfd7zXZ\0') && packed('xz'),
    (head) => is(head, 0, '\x28\xb5\x2f\xfd') && packed('zst'),
    (head) => is(head, 0, 'BZh') && packed('bz2'),
    (head) => is(head, 0, 'PK\x03\x04') && packed('zip'),
    (head) => is(head, 0, '\x04\x22\x4d\x18') && packed('lz4'),
    (head, tail, size) => is(head, SECTOR, 'EFI PART') && raw('gpt', size),
    (head, tail, size) => is(head, 510, '\x55\xaa') && raw('mbr', size),
  ];

  const look = async file => {
    const head = await bytes(file, 0, MIB);
    const tail = await bytes(file, Math.max(0, file.size - SECTOR), file.size);
    for (const format of formats) {
      const found = format(head, tail, file.size);
      if (found) {
        return found;
      }
    }
    return {kind: '', disk: '', container: 'bare', virtualSize: null, backed: false};
  };

  window.predella = Object.assign(window.predella || {}, {formats: {look}});
})();
