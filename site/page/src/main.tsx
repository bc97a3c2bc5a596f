import { render } from "preact";
import { App } from "./app.tsx";
import { install } from "./installed.ts";
import "./style.css";

const place = document.getElementById("app");
if (place) {
  place.replaceChildren();
  render(<App />, place);
}
install();
