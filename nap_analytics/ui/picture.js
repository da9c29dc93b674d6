// A chart as a picture that stands alone: its finding above it; what limits it, its source and the date of its data below.
window.napPicture ??= (() => {
  const NAMESPACE = "http://www.w3.org/2000/svg";
  const INK = "@page_ink@";
  const QUIET = "@page_quiet@";
  const LINE = "@page_line@";
  const PADDING = 24;
  const GAP = 12;
  // Words keep to this part of the width, so that they fit where another program sets them in a wider font.
  const FILLED = 0.93;
  // A picture made on a telephone is as sharp on paper as one made on a laptop.
  const FEWEST_PIXELS = 1600;
  const LEAST_SCALE = 2;

  const LOOKS = {
    about: { size: 15, line: 21, weight: 400, colour: QUIET },
    title: { size: 20, line: 26, weight: 600, colour: INK },
    text: { size: 15, line: 21, weight: 400, colour: INK },
    foot: { size: 13, line: 18, weight: 400, colour: QUIET },
  };

  // Parts of a chart that answer to the mouse and draw nothing.
  const UNDRAWN = ".draglayer, .hoverlayer, .zoomlayer, .selectionlayer, .menulayer";

  const make = (name, attributes = {}, ...inside) => {
    const element = document.createElementNS(NAMESPACE, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  };

  // The words of a text; one that is longer than a line is cut. Only plain spaces part words: French sets others that bind.
  const words = (text, fits) =>
    text.split(" ").flatMap((word) => {
      const cut = [""];
      for (const letter of word) {
        if (fits(cut.at(-1) + letter)) cut.push(cut.pop() + letter);
        else cut.push(letter);
      }
      return cut;
    });

  // The lines of a text, each with its width.
  const lines = (text, look, family, width) => {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `${look.weight} ${look.size}px ${family}`;
    const widthOf = (line) => pen.measureText(line).width;
    const found = [];
    for (const word of words(text, (line) => widthOf(line) <= width)) {
      const longer = found.length ? `${found.at(-1)} ${word}` : word;
      if (found.length && widthOf(longer) <= width) found[found.length - 1] = longer;
      else found.push(word);
    }
    return found.map((line) => [line, widthOf(line)]);
  };

  const written = (rows, look, top) => {
    const first = top + (look.line + look.size * 0.7) / 2;
    const spans = rows.flatMap(([row, width], at) => [fixed(make("tspan", { x: PADDING, y: first + at * look.line }, row), width), " "]);
    return make("text", { fill: look.colour, "font-size": `${look.size}px`, "font-weight": look.weight }, ...spans);
  };

  // Where another program has another font, the words keep the room that they have here.
  const fixed = (text, width) => {
    let inside = text;
    while (inside.childNodes.length === 1 && inside.firstElementChild) inside = inside.firstElementChild;
    if (width) inside.setAttribute("textLength", width.toFixed(1));
    if (width) inside.setAttribute("lengthAdjust", "spacingAndGlyphs");
    return text;
  };

  // Lines of a label stand at places of their own: office programs do not count in the height of a letter.
  const placed = (line) => {
    const [step, size] = [line.getAttribute("dy"), line.closest("text").style.fontSize];
    if (!step?.endsWith("em") || !line.hasAttribute("y")) return;
    line.setAttribute("y", Number(line.getAttribute("y")) + parseFloat(step) * parseFloat(size));
    line.removeAttribute("dy");
  };

  // One layer of the chart without what belongs to its page.
  const layer = (drawn) => {
    const copy = drawn.cloneNode(true);
    const texts = (from) => [...from.querySelectorAll("text:not(:has(.line)), tspan.line")];
    const widths = texts(drawn).map((text) => text.getComputedTextLength());
    texts(copy).forEach((text, at) => fixed(text, widths[at]));
    copy.querySelectorAll("tspan.line").forEach(placed);
    copy.querySelectorAll(UNDRAWN).forEach((part) => part.remove());
    copy.querySelectorAll(".crisp").forEach((part) => part.setAttribute("shape-rendering", "crispEdges"));
    for (const part of copy.querySelectorAll("*")) {
      for (const { name, value } of [...part.attributes]) {
        if (name.startsWith("data-")) part.removeAttribute(name);
        else if (value.includes("url(")) part.setAttribute(name, value.replace(/url\((["']?)[^#)"']*#/g, "url($1#"));
      }
      part.style?.removeProperty("pointer-events");
    }
    let empty;
    while ((empty = copy.querySelectorAll("g:empty")).length) empty.forEach((part) => part.remove());
    return make("g", {}, ...copy.childNodes);
  };

  const readAsAddress = (blob) =>
    new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });

  const rulesOf = (sheet) => {
    try {
      return [...sheet.cssRules];
    } catch {
      return [];
    }
  };

  const unquoted = (name) => name.trim().replace(/^["']|["']$/g, "");

  const fontRules = new Map();

  // The fonts of this page that the drawing uses, as rules that hold the font itself: a picture cannot ask a server for it.
  const fonts = async (family, styles) => {
    const names = family.split(",").map(unquoted);
    const faces = [...document.styleSheets]
      .flatMap(rulesOf)
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .filter((rule) => names.includes(unquoted(rule.style.getPropertyValue("font-family"))))
      .filter((rule) => styles.has(rule.style.getPropertyValue("font-style") || "normal"));
    for (const rule of faces) {
      const [, path] = rule.cssText.match(/url\(["']?([^"')]+)/) ?? [];
      if (!path || fontRules.has(rule.cssText)) continue;
      const answer = await fetch(new URL(path, rule.parentStyleSheet.href ?? document.baseURI));
      const address = await readAsAddress(await answer.blob());
      fontRules.set(rule.cssText, rule.cssText.replace(/url\(["']?[^"')]+["']?\)/, `url("${address}")`));
    }
    return faces.map((rule) => fontRules.get(rule.cssText) ?? "").join("\n");
  };

  // The picture as a drawing. `told` has the words: about, title, leadIn, notes (one on a line), source, stamp, lang.
  const compose = async (chart, told) => {
    const drawn = [...chart.querySelectorAll("svg.main-svg")];
    const [plotWidth, plotHeight] = ["width", "height"].map((side) => Number(drawn[0].getAttribute(side)));
    const { family } = chart.layout.font;
    await document.fonts.load(`${LOOKS.title.weight} ${LOOKS.title.size}px ${family}`);
    const width = plotWidth + 2 * PADDING;
    const parts = [];
    let top = PADDING;
    const write = (text, look) => {
      if (!text) return;
      const rows = lines(text, look, family, FILLED * plotWidth);
      parts.push(written(rows, look, top));
      top += rows.length * look.line;
    };
    write(told.about, LOOKS.about);
    write(told.title, LOOKS.title);
    write(told.leadIn, LOOKS.text);
    top += GAP;
    const frame = make("clipPath", { id: "plot-frame" }, make("rect", { width: plotWidth, height: plotHeight }));
    const layers = make("g", { "clip-path": "url(#plot-frame)" }, ...drawn.map(layer));
    parts.push(make("g", { class: "plot", transform: `translate(${PADDING} ${top})` }, layers));
    top += plotHeight + GAP;
    told.notes.split("\n").forEach((note) => write(note, LOOKS.text));
    top += told.notes ? GAP : 0;
    parts.push(make("path", { d: `M${PADDING} ${top}h${plotWidth}`, stroke: LINE }));
    top += GAP;
    write(told.source, LOOKS.foot);
    write(told.stamp, LOOKS.foot);
    const height = top + PADDING - LOOKS.foot.line / 3;
    const styles = new Set(["normal", ...(layers.querySelector('[style*="italic"]') ? ["italic"] : [])]);
    return make(
      "svg",
      { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": family, role: "img", lang: told.lang },
      make("title", {}, told.title),
      make("style", {}, await fonts(family, styles)),
      make("defs", {}, frame),
      make("rect", { width, height, fill: "@paper@" }),
      ...parts,
    );
  };

  const svg = async (chart, told) => new Blob([new XMLSerializer().serializeToString(await compose(chart, told))], { type: "image/svg+xml" });

  const png = async (chart, told) => {
    const address = URL.createObjectURL(await svg(chart, told));
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      const scale = Math.max(LEAST_SCALE, Math.ceil(FEWEST_PIXELS / image.width));
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width * scale, image.height * scale];
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    } finally {
      URL.revokeObjectURL(address);
    }
  };

  return { svg, png };
})();
