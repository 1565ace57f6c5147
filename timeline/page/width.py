"""How wide the charts are drawn in this browser: labels need real pixels, and the server cannot see the window."""

import streamlit as st

USUAL, LEAST, MOST = 900, 280, 2400  # pixels
_RULER = """
export default function ({ parentElement, setStateValue }) {
  const host = parentElement.closest('[data-testid="stVerticalBlock"]') || parentElement;
  let told = 0, timer = 0;
  const tell = () => {
    const width = Math.round(host.clientWidth / 20) * 20;
    if (width > 0 && Math.abs(width - told) >= 20) { told = width; setStateValue('width', width); }
  };
  const observer = new ResizeObserver(() => { clearTimeout(timer); timer = setTimeout(tell, 250); });
  observer.observe(host);
  tell();
  return () => { clearTimeout(timer); observer.disconnect(); };
}
"""


@st.cache_resource(show_spinner=False)
def _ruler():
    return st.components.v2.component("timeline_ruler", html="<span></span>", js=_RULER, isolate_styles=False)


def chart_width() -> int:
    """Pixels between the sides of the block this is called in; a usual width until the browser has told."""
    with st.container(key="ruler"):
        told = _ruler()(key="ruler-width", on_width_change=lambda: None)
    return min(max(int(told.get("width") or USUAL), LEAST), MOST)
