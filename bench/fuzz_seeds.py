# ruff: noqa: E501 (pieces of formats are easier to compare on long lines)
"""What `fuzz.py` starts from: small valid inputs of every kind, words that hurt, and pieces that are blown up."""

import gzip
import json
import zlib
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

__all__ = ["BLOWN", "SEEDS", "WORDS"]

LEAD = "MOSCOW, Jan 4 - Envoys of both sides met in Paris for talks that lasted all day, a spokesman said on Tuesday."
MORE = "They will meet again in Vienna next week, he added, and “hope for more” than words."
LINKED = (
    '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Envoys meet","datePublished":"2022-01-04T08:30:00Z"}'
)

RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example Wire</title><link>https://example.org/</link><language>en</language>
<item><title>Envoys &amp; hosts</title><link>https://example.org/1</link><guid isPermaLink="false">tag:1</guid>
<description>&lt;p&gt;{LEAD}&lt;/p&gt;</description><dc:creator>Ann Example</dc:creator><pubDate>Tue, 04 Jan 2022 08:30:00 +0100</pubDate>
<content:encoded><![CDATA[<p>{LEAD}</p><p>{MORE}</p><table><tr><td>a</td></tr></table>]]></content:encoded></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/" xml:lang="en"><title type="html">Example</title>
<entry><id>urn:1</id><title>Talks</title><link href="a/b"/><updated>2022-01-04T08:30:00Z</updated><summary>{MORE}</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEAD}</p></div></content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x">
<title>Example</title></channel><item rdf:about="y"><title>Talks</title><link>http://example.org/2</link>
<description>{MORE}</description></item></rdf:RDF>"""
FEED = json.dumps(
    {"version": "https://jsonfeed.org/version/1.1", "title": "Example", "items": [
        {"id": "1", "url": "https://example.org/1", "title": "Talks", "content_html": f"<p>{LEAD}</p>",
         "date_published": "2022-01-04T08:30:00Z", "authors": [{"name": "Ann"}], "language": "en"},
        {"id": 2, "content_text": MORE, "summary": "Short."}]}
)  # fmt: skip
CALENDAR = f"""BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nX-WR-CALNAME:Example\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r
BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r
BEGIN:VEVENT\r\nUID:1@example.org\r\nSUMMARY:Talks\\, in two rounds\r\nDTSTART;TZID=Europe/Paris:20220112T090000\r
DTEND;VALUE=DATE:20220113\r\nLOCATION:Vienna\r\nDESCRIPTION:{LEAD}\\n{MORE}\r\nURL:https://example.org/1\r\nSTATUS:CONFIRMED\r
RRULE:FREQ=WEEKLY;COUNT=3\r\nLAST-MODIFIED:20220104T083000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"""
OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body><outline text="News">
<outline type="rss" text="Wire" xmlUrl="https://example.org/feed" htmlUrl="https://example.org/"/></outline></body></opml>"""
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Envoys meet in Paris | Example Post</title>
<meta property="og:title" content="Envoys meet in Paris"><meta property="og:site_name" content="Example Post">
<meta property="article:published_time" content="2022-01-04T08:30:00+01:00"><link rel="canonical" href="https://example.org/1">
<script type="application/ld+json">{LINKED}</script></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article>
<h1>Envoys meet in Paris</h1><p class="by">By Ann Example</p><time class="published" datetime="2022-01-04">4 January 2022</time>
<p>{LEAD}</p><blockquote><p>{MORE}</p></blockquote><ul><li>One</li><li>Two</li></ul><table><tr><td>a</td><td>b</td></tr></table>
<p><span>{MORE}</span> <b>{LEAD}</b><br>{MORE}</p></article><footer>(c) 2022 Example</footer></body></html>"""
OLD_PAGE = f"<HTML><HEAD><TITLE>Talks</TITLE><BODY><FONT SIZE=2><P>Published: 4 January 2022 10:15 GMT<P>{LEAD}<P>{MORE}</BODY>"
ROWS = f'id,title,text,date,source\n1,Talks,"{LEAD}",2022-01-04,Wire\n2,"Of ""two""","{MORE}\n\nMore.",04/01/2022,Post\n'
TEXT = f"""---\ntitle: Envoys meet\ndate: 2022-01-04\n---\nEnvoys meet in Paris\n====\nBy Ann Example\nJanuary 4, 2022

{LEAD}\n\n{MORE}\n\n(Reporting by Ann Example; editing by Ben Example)\n\nSource: Wire - https://example.org/1\n"""
BODY = f"""<div class="a"><h2>Talks</h2><p>{LEAD} &amp; <a href="/x">{MORE}</a><br/>x&nbsp;y</p><ul><li>a<li>b</ul>
<script>var a = "<p>";</script><table><tr><td>a<td>b</table><!-- c --><svg><path d="M0"/></svg><math><mi>x</mi></math></div>"""
FOREIGN = json.dumps(
    {"status": "ok", "articles": [
        {"guid": 1, "headline": "Talks", "maintext": f"<p>{LEAD}</p><br>{MORE}", "pubDate": "20220104083000", "source": {"name": "Wire"}},
        {"title": "Talks", "content": MORE, "published_at": "2022-01-04 08:30:00", "link": "https://example.org/1", "lang": "en"}]}
)  # fmt: skip
ROBOTS = """User-agent: *\nDisallow: /private/*.html$\nAllow: /private/a\nCrawl-delay: 5\n\nUser-agent: dateline\nDisallow: /b*c*d\n"""


def archive(packed: str = "") -> bytes:
    """A web archive of one page, whose body is packed as a server may send it."""
    page = PAGE.encode()
    body = {"gzip": gzip.compress(page, mtime=0), "deflate": zlib.compress(page)}.get(packed, page)
    body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body) if packed == "chunked" else body
    how = {"": "", "chunked": "Transfer-Encoding: chunked\r\n"}.get(packed, f"Content-Encoding: {packed}\r\n").encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n%bContent-Length: %d\r\n\r\n%b" % (
        how,
        len(body),
        body,
    )
    head = "\r\n".join(
        ("WARC/1.0", "WARC-Type: response", "WARC-Target-URI: https://example.org/1", "WARC-Date: 2022-01-04T08:30:00Z",
         "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>", "Content-Type: application/http; msgtype=response",
         f"Content-Length: {len(http)}")
    )  # fmt: skip
    return head.encode() + b"\r\n\r\n" + http + b"\r\n\r\n"


def printed() -> bytes:
    """A PDF file of one page."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=200, height=200)
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
         NameObject("/BaseFont"): NameObject("/Helvetica")}
    )  # fmt: skip
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(b"BT /F1 12 Tf 10 100 Td (Envoys met in Paris for talks.) Tj 0 -14 Td [(They) -300 (talked.)] TJ ET")
    page[NameObject("/Contents")] = writer._add_object(stream)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def line(**fields: object) -> bytes:
    """A line of JSON Lines."""
    return json.dumps(fields).encode() + b"\n"


WARC = archive()
SEEDS: dict[str, list[bytes]] = {
    "feed": [RSS.encode(), ATOM.encode(), RDF.encode()],
    "jsonfeed": [FEED.encode()],
    "calendar": [CALENDAR.encode()],
    "opml": [OPML.encode(), b"https://example.org/feed\n# a note\nhttps://example.org/b #note\n"],
    "page": [PAGE.encode(), OLD_PAGE.encode(), PAGE.encode("utf-16")],
    "warc": [WARC, WARC + WARC, gzip.compress(WARC, mtime=0) * 2, archive("gzip"), archive("deflate"), archive("chunked")],
    "html": [BODY.encode(), f"<p>{LEAD}</p>".encode()],
    "packed": [gzip.compress(PAGE.encode(), mtime=0), zlib.compress(PAGE.encode()), gzip.compress(WARC, mtime=0) * 2],
    "json": [FOREIGN.encode(), json.dumps({"id": "1", "text": LEAD, "published": "2022-01-04"}).encode()],
    "jsonl": [
        line(id="1", title="Talks", text=LEAD, published="2022-01-04") + line(id="2", text=MORE, url="https://example.org/1"),
        line(headline="Talks", body=LEAD, date="4 January 2022", source={"name": "Wire"}),
    ],
    "csv": [ROWS.encode(), ROWS.replace(",", ";").encode("utf-8-sig"), ROWS.replace(",", "\t").encode("utf-16")],
    "text": [TEXT.encode(), f"{LEAD}\n\n{MORE}\n".encode()],
    "robots": [ROBOTS.encode()],
    "pdf": [printed()],
}

TIMES = [
    b"9999-12-31T23:59:59-23:59",
    b"0001-01-01T00:00:00+23:59",
    b"Tue, 04 Jan 2022 25:61:61 +9999",
    b"31/02/2022",
    b"1e308",
]
TAGS = [b"<![CDATA[", b"]]>", b"<!--", b"-->", b"</", b"<", b"&#x110000;", b"&#xd800;", b"&nbsp;", b"<?xml encoding='utf-16'?>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"<script>", b"<svg>", b"<table>", b"<p", b"'", b"\"", b"href='http://['"]  # fmt: skip
VALUES = [b"null", b"[]", b"{}", b"1e999", b"-1", b"true", b'"\\ud800"', b"NaN", b"[[[", b'"', b'{"a":']

WORDS: dict[str, list[bytes]] = {
    "every": [b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe2\x80\xa8", b"\x1b[2J", b"\r", b"\n\n", b"\xc2\x85", b"",
              "İıſK".encode(), b"\xf0\x9f\x98\x80", b"99999999999999999999", *TIMES],
    "feed": [*TAGS, b"type='application/octet-stream'", b"xml:base='http://[::1'", b"<georss:point>1 x</georss:point>", b"xmlns:a=''"],
    "jsonfeed": VALUES,
    "calendar": [b"TZID=../../etc:", b"RRULE:FREQ=SECONDLY;COUNT=999999999", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"DTSTART:", b";VALUE=PERIOD",
                 b"\r\n ", b"EXDATE:", b"TZOFFSETTO:+99999999", b"BEGIN:", b"BEGIN:DAYLIGHT\r\n", b"ENCODING=BASE64:", b"\\", b"^n"],
    "opml": TAGS,
    "page": [*TAGS, b"<time datetime='", b"<meta name=date content='", b'"datePublished":', b"<base href='http://['>", b"lang='x'"],
    "warc": [b"WARC/1.0\r\n", b"WARC/1.1\r\n", b"Content-Length: 99999999999\r\n", b"Content-Length: -1\r\n", b"HTTP/1.1 200 OK\r\n",
             b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"\x1f\x8b\x08", b"charset=utf-7", b"\r\n\r\n"],
    "html": TAGS,
    "packed": [b"\x1f\x8b\x08", b"\x78\x9c", b"\x03\x00", b"\xff" * 8],
    "json": [*VALUES, b'"articles":', b'"maintext":', b'"pubDate":'],
    "jsonl": [*VALUES, b"\n{", b'"text":', b'"published": 1'],
    "csv": [b'"', b'""', b",", b";", b"\t", b"text", b"title", b"\r\n", b"\r"],
    "text": [b"---\n", b"title: ", b"date: ", b"By ", b"====\n", b"Source: ", b"https://a.b/c", b"from ", b"(Reuters) - ", b"(", b"# "],
    "robots": [b"User-agent: *\n", b"Disallow: ", b"Allow: *", b"$", b"*", b"%ff", b"%", b"Crawl-delay: 9e9"],
    "pdf": [b"<<", b">>", b"[", b"]", b"/Kids [1 0 R]", b"/Length 999999999", b"/Filter /FlateDecode", b"/Prev 9", b"(", b")", b"endobj",
            b"/Encrypt 1 0 R", b"stream\n", b"1 0 R", b"/Parent 1 0 R", b"xref", b"startxref\n0", b"/Count 99999999"],
}  # fmt: skip
WORDS["any"] = [*WORDS["page"], *WORDS["feed"], *WORDS["text"]]

BLOWN: dict[str, list[bytes]] = {
    "every": [b" ", b"\n", b"a", b"A ", b"0", b"\t", b"\"", b"'", b"-", b".", b"(", b"\\", b"\xe2\x80\x9c", b"\x00"],
    "feed": [b"<a>", b"<p>", b"</p>", b"<item>", b"&amp;", b"&", b"<", b"<![CDATA[", b"&lt;div&gt;", b" a='b'", b"<br/>", b"]]>", b"<!--"],
    "jsonfeed": [b"[", b'{"a":', b'{"id":1},', b"\\u0000", b"<p>"],
    "calendar": [b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", b"\r\n ", b"EXDATE:20220104\r\n", b";A=B", b",", b"\\n", b"RRULE:FREQ=DAILY\r\n"],
    "opml": [b"<outline>", b"<outline xmlUrl='http://a.b'/>", b" a='b'", b"&amp;", b"http://a.b\n"],
    "page": [b"<div>", b"<p>", b"<p>a</p>", b"<span>", b"<b>a</b>", b"<a href='b'>c</a>", b"<br>", b"<td>", b"<tr><td>a</td></tr>", b"<table>",
             b"<li>a", b"</div>", b"<h1>a</h1>", b"<meta name='date' content='2022'>", b"<time>2022-01-04</time>", b"2022-01-04 ", b"<", b"&", b"<!--",
             b"<font>", b"<script>", b"{\"@type\":\"NewsArticle\"},", b"4 January 2022 ", b"(c) 2022 ", b"<svg>", b"<ul>", b"<blockquote>", b"<i>"],
    "warc": [b"WARC/1.0\r\n", b"WARC/1.0\r\n\r\n", b"\x1f\x8b\x08", b"A: b\r\n", b"\r\n"],
    "packed": [b"\x1f\x8b\x08\x00", b"\x00", b"\xff"],
    "json": [b"[", b'{"a":', b'{"text":"a"},', b"\\ud800", b"1,"],
    "jsonl": [b"[", b"{", b"{}\n", b"\n", b'{"text":"a"}\n', b"\\n"],
    "csv": [b",", b'"', b'""', b"a,b\n", b"\r", b"\n"],
    "text": [b"---\n", b"By A ", b"A. ", b"# ", b"= ", b"a: b\n", b"From ", b"http://", b"Source: a\n", b"- ", b"...", b"\r\n", b"\xc2\xa0"],
    "robots": [b"Disallow: /*a*b*c\n", b"User-agent: a\n", b"*", b"%2", b"Allow: /\n"],
    "pdf": [b"[", b"<<", b"(", b"1 0 obj\n", b"<</Kids[1 0 R]>>", b"/A ", b"1 0 R ", b"BT ET ", b"% \n"],
}  # fmt: skip
BLOWN["html"] = BLOWN["page"]
BLOWN["any"] = [*BLOWN["page"], *BLOWN["feed"], *BLOWN["text"]]
