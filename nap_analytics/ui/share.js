// The control "Share" under every view: link, sentence, pictures. It listens on the document, so that it is installed once and
// Streamlit may redraw the controls as it likes.
(() => {
  if (window.napShare) return;
  window.napShare = true;

  // What of the address says how this reader came here, not what is shown.
  const TRANSIENT = ["back"];
  // A page that has not moved for so many looks stands; it is followed for some more, for a slow line may bring a part late.
  const LOOKS_TO_STAND = 6;
  const LOOKS_TO_REST = 100;
  const MOST_LOOKS = 300;
  const LOOK_MILLISECONDS = 200;

  const anchored = (key) => document.querySelector(`[data-anchor="${CSS.escape(key)}"]`);

  // The address holds every filter, and the language where it is not the usual one.
  const linkOf = ({ key }) => {
    const link = new URL(location.href);
    TRANSIENT.forEach((name) => link.searchParams.delete(name));
    link.hash = anchored(key) ? key : "";
    return link.href;
  };

  const chartOf = ({ key }) => document.querySelector(`.st-key-${CSS.escape(key)}-chart .js-plotly-plot`);

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(URL.revokeObjectURL, 60_000, link.href);
  };

  // Where the browser has no clipboard for this address, or refuses it, the text is marked in a field, to copy by hand at worst.
  const copied = async (box, text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = box.querySelector("textarea");
      const before = document.activeElement;
      field.value = text;
      field.hidden = false;
      field.select();
      field.hidden = document.execCommand("copy");
      if (field.hidden) before.focus();
      return field.hidden;
    }
  };

  const say = (box, text) => {
    const status = box.querySelector("[role=status]");
    status.textContent = "";
    setTimeout(() => (status.textContent = text), 50);
  };

  const tasks = {
    link: (box) => copied(box, linkOf(box.dataset)),
    sentence: (box) => copied(box, `${box.dataset.sentence} ${linkOf(box.dataset)}`),
    png: async ({ dataset }) => save(await window.napPicture.png(chartOf(dataset), dataset), `${dataset.file}.png`),
    svg: async ({ dataset }) => save(await window.napPicture.svg(chartOf(dataset), dataset), `${dataset.file}.svg`),
  };

  const perform = async (button, box) => {
    box.querySelector("textarea").hidden = true;
    try {
      const done = await tasks[button.dataset.share](box);
      say(box, done === false ? box.dataset.byHand : button.dataset.done);
    } catch (error) {
      console.warn(error);
      say(box, box.dataset.failed);
    }
  };

  const closeOthers = (event) => {
    const own = event.target.closest?.(".share");
    for (const box of document.querySelectorAll(".share[open]")) if (box !== own) box.open = false;
  };

  document.addEventListener("click", (event) => {
    closeOthers(event);
    const button = event.target.closest("[data-share]");
    if (button) perform(button, button.closest(".share"));
  });
  document.addEventListener("focusin", closeOthers);
  document.addEventListener("keydown", (event) => {
    const box = event.key === "Escape" && document.querySelector(".share[open]");
    if (!box) return;
    box.open = false;
    box.querySelector("summary").focus();
  });
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (!target.matches?.(".share") || target.open) return;
      target.querySelector("textarea").hidden = true;
      target.querySelector("[role=status]").textContent = "";
    },
    true,
  );

  // A link leads to its chart, which is drawn only after the page has opened, and moves until those above it are drawn.
  const isDrawn = () =>
    document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning" &&
    [...document.querySelectorAll('[data-testid="stElementContainer"][class*="-chart "]')].every((one) => one.querySelector(".main-svg"));

  const goToAnchor = (address) => {
    const key = decodeURIComponent(new URL(address).hash.slice(1));
    if (!key) return;
    let [looks, settled, place] = [0, 0, null];
    const stop = () => clearInterval(timer);
    const timer = setInterval(() => {
      const target = anchored(key);
      looks += 1;
      if (target) {
        settled = isDrawn() && target.getBoundingClientRect().top === place ? settled + 1 : 0;
        if (!settled) target.scrollIntoView();
        place = target.getBoundingClientRect().top;
      }
      if (settled === LOOKS_TO_STAND) {
        target.tabIndex = -1;
        target.focus({ preventScroll: true });
      }
      if (settled === LOOKS_TO_REST || looks > MOST_LOOKS) stop();
    }, LOOK_MILLISECONDS);
    for (const name of ["wheel", "touchmove", "keydown", "pointerdown"]) addEventListener(name, stop, { once: true, passive: true });
  };

  addEventListener("hashchange", () => goToAnchor(location.href));
  // Streamlit may have tidied the address already, and dropped the anchor from it.
  goToAnchor(performance.getEntriesByType("navigation")[0]?.name ?? location.href);
})();
