"""Pages as the next version of a component might have them, for tests of the guard."""

from __future__ import annotations

SPY = "<script>window.heard = []; addEventListener('message', (e) => heard.push(e.data), true);"
SPY += "window.onmessage = (e) => heard.push(e.data);</script>"
# What is served with the guard; {spy} is a script of the component's own.
GUARDED = {
    "usual": "<!doctype html><html lang='en'><head><title>x</title>{spy}</head><body></body>",
    "script at once": "<!DOCTYPE html>\n<html>\n<head>\n{spy}\n</head><body></body></html>",
    "capitals": '<!DOCTYPE HTML><HTML LANG="en"><HEAD>{spy}</HEAD><BODY></BODY></HTML>',
    "attributes": "<!doctype html><html lang=en data-a='>' class=\"a>b\"><head prefix='og: x>y' "
    "hidden>{spy}</head></html>",
    "comments": "<!-- <head> --><!doctype html><!-- a\n<script>0</script> --><html><!----><head>"
    "<!-- {spy} -->{spy}</head></html>",
    "byte order mark": "\ufeff<!doctype html><html><head>{spy}</head></html>",
    "no html": "<head>{spy}</head><body></body>",
    "old doctype": '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html><head>{spy}</head></html>',
    "line breaks in tags": "<!doctype\nhtml>\r\n<html\n\tlang = 'en'\n>\f<head\n>{spy}</head>",
    "base": "<html><head><base href='https://elsewhere.example/'>{spy}</head></html>",
    "two heads": "<html><head><title>x</title></head><head>{spy}</head><body></body></html>",
    "other encoding": "<html><head><meta charset='shift_jis'>{spy}</head></html>",
}
# Where another script could come first, or nobody can say for certain that none does.
REFUSED = {
    "empty": "",
    "no head": "<!doctype html><html><body>{spy}</body></html>",
    "text first": "Hello <html><head>{spy}</head></html>",
    "script first": "<!doctype html>{spy}<html><head></head></html>",
    "script before head": "<html>{spy}<head></head></html>",
    "body first": "<html><body>{spy}</body><head></head></html>",
    "head in a comment": "<!doctype html><html><!-- <head> --><body>{spy}</body></html>",
    "head in a comment that is over": "<!-->{spy}<!-- --><html><head></head></html>",
    "head in a comment that ends oddly": "<!-- --!>{spy}<!-- --><html><head></head></html>",
    "comment without an end": "<!-- <html><head>{spy}</head></html>",
    "header": "<html><header><head>{spy}</header></html>",
    "headless": "<html><headless>{spy}</headless></html>",
    "quote without an end": "<html><head data-a='>{spy}</head></html>",
    "quote in a value": '<html><head data-a=b">{spy}<i title="></i></head></html>',
    "closed at once": "<html><head/>{spy}</html>",
    "template": "<template><head>{spy}</head></template>",
    "xml": '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>{spy}</head></html>',
    "vertical tab": "\x0b<html><head>{spy}</head></html>",
    "nothing sign": "<html>\0<head>{spy}</head></html>",
    "frames": "<html><frameset onmessage='heard.push(1)'></frameset></html>",
}


def page(text: str) -> bytes:
    """Return a page's bytes, with the component's script where it belongs."""
    return text.replace("{spy}", SPY).encode()
