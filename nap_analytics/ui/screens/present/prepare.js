// Opens each scene, and each screen behind one, out of sight: that loads all that they need into the browser's cache, and
// shows whether each draws here. One after the other, so that a weak laptop and a weak line bear it.
(() => {
  if (window.napPrepare) return;
  window.napPrepare = true;
  const PATIENCE = 60000, STEP = 200;

  // The table of a scene lies behind a button; what draws it is loaded when it opens, so the first scene's is opened.
  let hasTable = false;
  const tabled = (page) => {
    if (hasTable) return true;
    const button = page.querySelector('.st-key-stage-table [data-testid="stPopoverButton"]');
    if (button && button.getAttribute("aria-expanded") !== "true" && !button.dataset.pressed) {
      button.dataset.pressed = "yes";
      button.click();
    }
    hasTable = Boolean(page.querySelector('[data-testid="stDataFrame"] canvas'));
    return hasTable;
  };

  const state = (frame) => {
    const page = frame.contentDocument;
    if (!page || !page.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')) return "waiting";
    if (page.querySelector('[data-testid="stAlert"], [data-testid="stException"]')) return "failed";
    const isScene = page.querySelector(".scene-head");
    if (!isScene) return page.querySelector(".page-foot") ? "drawn" : "waiting";
    if (!page.querySelector(".scene-foot") || !page.querySelector(".js-plotly-plot .main-svg")) return "waiting";
    return tabled(page) ? "drawn" : "waiting";
  };

  const opened = (address) => new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.className = "browser-check-frame";
    frame.tabIndex = -1;
    frame.setAttribute("aria-hidden", "true");
    frame.src = address;
    document.body.append(frame);
    const began = Date.now();
    const look = () => {
      const now = state(frame);
      if (now === "waiting" && Date.now() - began < PATIENCE) return setTimeout(look, STEP);
      frame.remove();
      done(now);
    };
    setTimeout(look, STEP);
  });

  const run = async (box) => {
    box.dataset.begun = "yes";
    const addresses = JSON.parse(box.dataset.addresses);
    const said = box.querySelector("p");
    const failed = [];
    for (const [at, { name, address }] of addresses.entries()) {
      if (!box.isConnected) return;
      said.textContent = box.dataset.running.replace("{done}", at + 1).replace("{all}", addresses.length);
      if ((await opened(address)) !== "drawn") failed.push(name);
    }
    box.dataset.state = failed.length ? "failed" : "ready";
    said.textContent = failed.length ? box.dataset.failed.replace("{names}", failed.join("; ")) : box.dataset.ready;
  };

  // The box comes, and is made anew for another story, when Streamlit draws it.
  setInterval(() => document.querySelectorAll(".browser-check:not([data-begun])").forEach(run), STEP);
})();
