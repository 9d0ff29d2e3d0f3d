/**
 * The body of the function that CouchDB runs before every write, after `var RULES = {…}`. ES5 and nothing of the host: it runs
 * on QuickJS and on SpiderMonkey. It sees one document at a time and no other.
 *
 * `oldDoc` proves nothing: with `new_edits: false` a member sends a revision of his own making, and CouchDB shows no old
 * document. So what holds is in the document itself: the signed-in author in the id, the hash of the content in the id, and a
 * first revision.
 */
export const functionBody = String.raw`
  function refuse(code, detail) { throw({ forbidden: detail === undefined ? code : code + ': ' + detail }); }
  function isObject(value) { return typeof value === 'object' && value !== null && !Array.isArray(value); }
  function has(list, value) { return list.indexOf(value) !== -1; }
  function own(object, key) { return Object.prototype.hasOwnProperty.call(object, key); }

  function fits(shape, value, path) {
    var i, key;
    if (shape['enum'] !== undefined && !has(shape['enum'], value)) refuse('shape', path);
    if (shape.type === 'string') {
      if (typeof value !== 'string') refuse('shape', path);
      if (shape.maxLength !== undefined && value.length > shape.maxLength) refuse('shape', path);
      if (shape.minLength !== undefined && value.length < shape.minLength) refuse('shape', path);
      if (shape.pattern !== undefined && !new RegExp(shape.pattern).test(value)) refuse('shape', path);
    } else if (shape.type === 'integer' || shape.type === 'number') {
      if (typeof value !== 'number' || !isFinite(value)) refuse('shape', path);
      if (shape.type === 'integer' && Math.floor(value) !== value) refuse('shape', path);
      if (shape.minimum !== undefined && value < shape.minimum) refuse('shape', path);
      if (shape.exclusiveMinimum !== undefined && value <= shape.exclusiveMinimum) refuse('shape', path);
      if (shape.maximum !== undefined && value > shape.maximum) refuse('shape', path);
    } else if (shape.type === 'boolean') {
      if (typeof value !== 'boolean') refuse('shape', path);
    } else if (shape.type === 'array') {
      if (!Array.isArray(value)) refuse('shape', path);
      if (shape.minItems !== undefined && value.length < shape.minItems) refuse('shape', path);
      if (shape.items) for (i = 0; i < value.length; i++) fits(shape.items, value[i], path + '.' + i);
    } else if (shape.type === 'object') {
      if (!isObject(value)) refuse('shape', path);
      for (i = 0; i < (shape.required || []).length; i++) if (!own(value, shape.required[i])) refuse('shape', path + '.' + shape.required[i]);
      for (key in value) if (own(value, key)) {
        if (!own(shape.properties || {}, key)) refuse('shape', path + ': member of no known meaning');
        fits(shape.properties[key], value[key], path + '.' + key);
      }
    }
  }

  // RFC 8785 for what JSON can hold here: whole numbers, strings, booleans, null, arrays, objects.
  function canonical(value) {
    var parts = [], keys, i;
    if (Array.isArray(value)) {
      for (i = 0; i < value.length; i++) parts.push(canonical(value[i]));
      return '[' + parts.join(',') + ']';
    }
    if (isObject(value)) {
      keys = Object.keys(value).sort();
      for (i = 0; i < keys.length; i++) parts.push(JSON.stringify(keys[i]) + ':' + canonical(value[keys[i]]));
      return '{' + parts.join(',') + '}';
    }
    return JSON.stringify(value);
  }

  function utf8(text) {
    var bytes = [], i, code;
    for (i = 0; i < text.length; i++) {
      code = text.charCodeAt(i);
      if (code >= 0xd800 && code <= 0xdbff && i + 1 < text.length) {
        code = 0x10000 + ((code - 0xd800) << 10) + (text.charCodeAt(++i) - 0xdc00);
      }
      if (code < 0x80) bytes.push(code);
      else if (code < 0x800) bytes.push(0xc0 | code >> 6, 0x80 | code & 63);
      else if (code < 0x10000) bytes.push(0xe0 | code >> 12, 0x80 | code >> 6 & 63, 0x80 | code & 63);
      else bytes.push(0xf0 | code >> 18, 0x80 | code >> 12 & 63, 0x80 | code >> 6 & 63, 0x80 | code & 63);
    }
    return bytes;
  }

  // FIPS 180-4. The only hash CouchDB's sandbox has is the one written here.
  function sha256(text) {
    var bytes = utf8(text), length = bytes.length, words = [], i, j;
    var h = [1779033703, -1150833019, 1013904242, -1521486534, 1359893119, -1694144372, 528734635, 1541459225];
    var k = RULES.sha256, w = [], a, b, c, d, e, f, g, n, t1, t2, x, y;
    bytes.push(128);
    while (bytes.length % 64 !== 56) bytes.push(0);
    for (i = 0; i < bytes.length; i += 4) words.push(bytes[i] << 24 | bytes[i + 1] << 16 | bytes[i + 2] << 8 | bytes[i + 3]);
    words.push(Math.floor(length / 536870912), length << 3);
    for (j = 0; j < words.length; j += 16) {
      a = h[0]; b = h[1]; c = h[2]; d = h[3]; e = h[4]; f = h[5]; g = h[6]; n = h[7];
      for (i = 0; i < 64; i++) {
        if (i < 16) w[i] = words[j + i];
        else {
          x = w[i - 15]; y = w[i - 2];
          w[i] = w[i - 16] + w[i - 7] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3) + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10) | 0;
        }
        t1 = n + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + k[i] + w[i] | 0;
        t2 = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
        n = g; g = f; f = e; e = d + t1 | 0; d = c; c = b; b = a; a = t1 + t2 | 0;
      }
      h[0] = h[0] + a | 0; h[1] = h[1] + b | 0; h[2] = h[2] + c | 0; h[3] = h[3] + d | 0;
      h[4] = h[4] + e | 0; h[5] = h[5] + f | 0; h[6] = h[6] + g | 0; h[7] = h[7] + n | 0;
    }
    var hex = '';
    for (i = 0; i < 8; i++) hex += ('00000000' + (h[i] >>> 0).toString(16)).slice(-8);
    return hex;
  }

  function contentOf(event) {
    var content = {}, key;
    for (key in event) if (own(event, key) && key.charAt(0) !== '_' && key !== 'personal' && key !== 'salt') content[key] = event[key];
    return content;
  }

  // In the journal each department has a relay of its own; in a department's database there is the journal's.
  function isRelayOf(department) {
    return typeof department === 'string' && has(userCtx.roles, RULES.department === null ? RULES.relay + department : RULES.relay);
  }

  // A person writes as himself, in a role that he has; a relay passes on what others wrote, each for its own department.
  function checkWriter(author, role, department) {
    if (isRelayOf(department)) {
      if (RULES.department === null && role !== 'department') refuse('role', String(role));
    } else {
      if (userCtx.name !== author) refuse('author', String(author));
      if (!own(RULES.serverRoles, role) || !has(userCtx.roles, RULES.serverRoles[role])) refuse('role', String(role));
    }
    if (RULES.department !== null && department !== RULES.department) refuse('department', String(department));
  }

  function checkFirst() {
    if (newDoc._deleted) refuse('appendOnly', 'deletion');
    if (oldDoc) refuse('appendOnly', 'edit');
    if (newDoc._revisions && newDoc._revisions.start > 1) refuse('appendOnly', 'revision');
  }

  function checkEvent(id) {
    var rule;
    if (newDoc._attachments !== undefined) refuse('shape', '_attachments');
    if (JSON.stringify(newDoc).length > RULES.eventLimit) refuse('size', String(RULES.eventLimit));
    if (newDoc.caseId !== id[1]) refuse('case');
    if (newDoc.actor !== id[2]) refuse('author', String(newDoc.actor));
    checkWriter(newDoc.actor, newDoc.role, newDoc.department);
    if (typeof newDoc.type !== 'string' || !own(RULES.kinds, newDoc.type)) refuse('newer', String(newDoc.type));
    if (!own(RULES.writes, newDoc.role) || !has(RULES.writes[newDoc.role], newDoc.type)) refuse('kind', newDoc.type);
    rule = RULES.kinds[newDoc.type];
    fits(RULES.envelope, envelopeOf(newDoc), 'event');
    if (newDoc.v > rule.v) refuse('newer', newDoc.type + ' ' + newDoc.v);
    if (newDoc.v === rule.v) {
      fits(rule.payload, newDoc.payload, 'payload');
      if (newDoc.personal !== undefined) fits(rule.personal, newDoc.personal, 'personal');
    }
    if (newDoc.personal !== undefined && sha256(String(newDoc.salt) + canonical(newDoc.personal)) !== newDoc.personalHash) refuse('hash', 'personal');
    if (sha256(canonical(contentOf(newDoc))) !== id[3]) refuse('hash', 'content');
  }

  function envelopeOf(event) {
    var envelope = {}, key;
    for (key in event) if (own(event, key) && !has(['_rev', '_revisions', 'type', 'payload', 'personal'], key)) envelope[key] = event[key];
    return envelope;
  }

  function checkBlob(id) {
    var files = newDoc._attachments || {}, names = Object.keys(files), key;
    for (key in newDoc) if (own(newDoc, key) && !has(['_id', '_rev', '_revisions', '_attachments', 'author', 'role', 'department', 'mime', 'size'], key)) refuse('shape', key);
    if (newDoc.author !== id[2]) refuse('author', String(newDoc.author));
    if (id[4] !== newDoc.department) refuse('department', String(newDoc.department));
    checkWriter(newDoc.author, newDoc.role, newDoc.department);
    if (!has(RULES.blobWriters, newDoc.role)) refuse('kind', 'blob');
    fits(RULES.blob, { mime: newDoc.mime, size: newDoc.size }, 'blob');
    if (names.length !== 1 || names[0] !== 'data') refuse('attachment');
    if (lengthOf(files.data) !== newDoc.size) refuse('attachment', 'size');
  }

  // A file inside the JSON comes as base64 on some servers.
  function lengthOf(file) {
    if (typeof file.data !== 'string') return file.length;
    return file.data.length / 4 * 3 - (file.data.slice(-2) === '==' ? 2 : file.data.slice(-1) === '=' ? 1 : 0);
  }

  var id;
  if (newDoc._id === RULES.probe) refuse('probe');
  if (has(userCtx.roles, '_admin')) return;
  if (RULES.database === 'directory') {
    if (newDoc._id.charAt(0) === '_' || !has(userCtx.roles, RULES.serverRoles.administrator)) refuse('role');
    // An event or a file that stood here would be read by every structure.
    if (/^(c[0-9a-f]{32}|blob)~/.test(newDoc._id)) refuse('id');
    if (JSON.stringify(newDoc).length > RULES.eventLimit) refuse('size', String(RULES.eventLimit));
    return;
  }
  checkFirst();
  id = /^(c[0-9a-f]{32})~([a-z][a-z0-9._-]{0,62})~([0-9a-f]{64})$/.exec(newDoc._id);
  if (id) return checkEvent(id);
  id = /^blob~([0-9a-f]{64})~([a-z][a-z0-9._-]{0,62})(?:~([a-z][a-z0-9-]{0,46}))?$/.exec(newDoc._id);
  if (id) return checkBlob([id[0], id[1], id[2], null, id[3]]);
  refuse('id');
`
