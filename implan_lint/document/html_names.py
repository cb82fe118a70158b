"""The element names of HTML: `<naam>` is a blank to be filled in, `<span>` is not.

Without the few that an author is likelier to mean as a blank: label, source, time, title.
"""

from __future__ import annotations

_NAMES = (
    "a abbr address article aside audio b base basefont big blockquote body br button canvas caption center "
    "cite code col colgroup dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer "
    "form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd legend li link main "
    "map mark menu meta nav nobr noframes noscript object ol optgroup option p param picture pre progress q s "
    "samp script search section select small span strike strong style sub summary sup svg table tbody td "
    "template textarea tfoot th thead tr track tt u ul var video wbr "
)
HTML_NAMES = frozenset(_NAMES.split())
