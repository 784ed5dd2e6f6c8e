// Compares a certificate's file with the published hash. The file never leaves the browser.
const box = document.getElementById('compare');
const file = document.getElementById('file');
const answer = document.getElementById('compared');
const published = document.getElementById('sha256').textContent.trim();

const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function compare() {
  const chosen = file.files[0];
  answer.textContent = '';
  if (!chosen) {
    return;
  }
  try {
    const hash = hex(await crypto.subtle.digest('SHA-256', await chosen.arrayBuffer()));
    if (file.files[0] !== chosen) return; // another file was chosen meanwhile
    answer.textContent = hash === published ? `✓ ${answer.dataset.same}` : `✕ ${answer.dataset.other}`;
  } catch {
    if (file.files[0] !== chosen) return;
    answer.textContent = answer.dataset.failed;
  }
}

// Browsers lend their hash function only to pages that came over an encrypted or a local connection.
if (window.isSecureContext && crypto.subtle) {
  box.hidden = false;
  file.addEventListener('change', compare);
}
