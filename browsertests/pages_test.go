package browsertests

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// eval asks the page through the debugger, which works where the page itself may run no scripts.
func eval[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

func visit(t *testing.T, ctx context.Context, path string) {
	t.Helper()
	do(t, ctx, chromedp.Navigate(site+path))
	if eval[bool](t, ctx, `document.querySelector("main h1") === null`) {
		t.Fatalf("%s shows no heading", path)
	}
}

// address gives where the browser is, without the host.
func address(t *testing.T, ctx context.Context) *url.URL {
	t.Helper()
	text, err := chromedp.Run(ctx, chromedp.Location())
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// firstDyad is the address of the most active dyad.
func firstDyad(t *testing.T, ctx context.Context) string {
	t.Helper()
	visit(t, ctx, "/")
	return eval[string](t, ctx, `document.querySelector(".dyads tbody a").getAttribute("href")`)
}

// paths lists one page of each kind.
func paths(t *testing.T, ctx context.Context) []string {
	t.Helper()
	dyad := firstDyad(t, ctx)
	visit(t, ctx, dyad)
	report := eval[string](t, ctx, `document.querySelector(".rows .words a").getAttribute("href").split("#")[0]`)
	bar := eval[string](t, ctx, `document.querySelector("a.bar").getAttribute("href").split("#")[0]`)
	return []string{"/", dyad, bar, dyad + "?undated=1", report, "/reports", "/search?q=talks", "/quotes", "/about"}
}

func TestNoPageScrollsSideways(t *testing.T) {
	ctx := tab(t)
	for _, path := range paths(t, ctx) {
		for _, width := range []int64{360, 390, 768, 1280} {
			do(t, ctx, chromedp.EmulateViewport(width, 900))
			visit(t, ctx, path)
			if got := eval[int64](t, ctx, `document.documentElement.scrollWidth`); got > width {
				t.Errorf("%s is %d px wide in a window of %d; widest: %s", path, got, width, eval[string](t, ctx, `
					[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".unseen"))
						.map(e => e.tagName + "." + e.className).slice(0, 5).join(" ")`))
			}
		}
	}
}

func TestNothingIsBlockedOrLoadedFromElsewhere(t *testing.T) {
	ctx := tab(t)
	for _, path := range paths(t, ctx) {
		visit(t, ctx, path)
		foreign := eval[string](t, ctx, `performance.getEntriesByType("resource").map(e => e.name).filter(n => !n.startsWith(location.origin)).join(" ")`)
		if foreign != "" {
			t.Errorf("%s loads %s", path, foreign)
		}
		if !eval[bool](t, ctx, `document.styleSheets.length === 1 && document.styleSheets[0].cssRules.length > 50`) {
			t.Errorf("%s has no style", path)
		}
	}
}

func TestKeyboardReachesTheChart(t *testing.T) {
	ctx := tab(t)
	do(t, ctx, chromedp.EmulateViewport(1280, 900))
	visit(t, ctx, firstDyad(t, ctx))
	const focus = `document.activeElement.closest("a.bar") !== null`
	do(t, ctx, chromedp.KeyEvent(kb.Tab))
	if got := eval[string](t, ctx, `document.activeElement.className`); got != "skip" {
		t.Errorf("the first stop is %q, not the link that skips to the content", got)
	}
	stops := 1
	for !eval[bool](t, ctx, focus) {
		if stops++; stops > 40 {
			t.Fatal("forty steps with the Tab key reach no bar of the chart")
		}
		do(t, ctx, chromedp.KeyEvent(kb.Tab))
	}
	if eval[string](t, ctx, `getComputedStyle(document.activeElement.querySelector(".hit")).stroke`) == "none" {
		t.Error("the bar that has the focus does not show it")
	}
	title := eval[string](t, ctx, `document.activeElement.getAttribute("aria-label")`)
	do(t, ctx, chromedp.KeyEvent(kb.Enter))
	rowsOf(t, ctx, title)
}

// rowsOf checks that the page lists the rows of the period that a bar's title names.
func rowsOf(t *testing.T, ctx context.Context, title string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.WaitVisible("#rows .clear")); err != nil {
		t.Fatalf("activating the bar %q lists nothing: %v", title, err)
	}
	period, _, _ := strings.Cut(title, ":")
	if got := eval[string](t, ctx, `document.querySelector("#rows-h").firstChild.textContent.trim()`); got != period {
		t.Errorf("the list is headed %q, want %q", got, period)
	}
	if u := address(t, ctx); u.Fragment != "rows" || u.Query().Get("from") == "" || u.Query().Get("from") != u.Query().Get("to") {
		t.Errorf("the bar %q leads to %s", title, u)
	}
	wrong := eval[string](t, ctx, `[...document.querySelectorAll(".rows time")].map(e => e.dateTime)
		.filter(d => !d.startsWith(new URLSearchParams(location.search).get("from"))).join(" ")`)
	if wrong != "" {
		t.Errorf("the rows of %s hold %s", period, wrong)
	}
	if eval[int](t, ctx, `document.querySelectorAll(".rows .row").length`) == 0 && !strings.Contains(title, "nothing reported") {
		t.Errorf("no rows for %q", title)
	}
}

func TestClickFromChartToWords(t *testing.T) {
	for _, width := range []int64{390, 1280} {
		ctx := tab(t)
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		fromChartToWords(t, ctx)
	}
}

func TestWithoutJavaScript(t *testing.T) {
	ctx := tab(t)
	off := func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return chromedp.Void{}, err
	}
	do(t, ctx, chromedp.EmulateViewport(1280, 900), off)
	fromChartToWords(t, ctx)
	visit(t, ctx, "/")
	do(t, ctx, chromedp.SendKeys("#q", "talks"), chromedp.Submit("#q"), chromedp.WaitVisible(".hits mark"))
	if got := address(t, ctx).Query().Get("q"); got != "talks" {
		t.Errorf("the search asked for %q", got)
	}
}

// fromChartToWords goes the way of a reader with a mouse: a bar of the chart, a row of the list, the words in the report.
func fromChartToWords(t *testing.T, ctx context.Context) {
	t.Helper()
	visit(t, ctx, firstDyad(t, ctx))
	const bar = `a.bar:has(rect.q1, rect.q2, rect.q3, rect.q4)`
	title := eval[string](t, ctx, `document.querySelector("`+bar+`").getAttribute("aria-label")`)
	do(t, ctx, chromedp.Click(bar+` .hit`))
	rowsOf(t, ctx, title)

	words := eval[string](t, ctx, `document.querySelector(".rows .words mark").textContent`)
	do(t, ctx, chromedp.Click(".rows .words a"), chromedp.WaitVisible("article.report"))
	u := address(t, ctx)
	if !strings.HasPrefix(u.Path, "/report/") || !strings.HasPrefix(u.Fragment, "e-") {
		t.Fatalf("a row leads to %s", u)
	}
	if got := eval[string](t, ctx, `[...document.querySelector("mark:target").childNodes].filter(n => !n.matches?.("a.ref")).map(n => n.textContent).join("")`); got != words {
		t.Errorf("the words marked in the report are %q, in the list %q", got, words)
	}
	if !eval[bool](t, ctx, `(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector("mark:target").getBoundingClientRect())`) {
		// Scrolling is smooth, so the words may still be on their way.
		do(t, ctx, chromedp.Sleep(time.Second))
		if top := eval[float64](t, ctx, `document.querySelector("mark:target").getBoundingClientRect().top`); top < 0 || top > 900 {
			t.Errorf("the marked words stand at %.0f px, outside of the window", top)
		}
	}
	plain := eval[string](t, ctx, `getComputedStyle(document.querySelector("mark.event:not(:target)") ?? document.body).outlineStyle`)
	if got := eval[string](t, ctx, `getComputedStyle(document.querySelector("mark:target")).outlineStyle`); got != "solid" || plain == "solid" {
		t.Errorf("the marked words do not stand out: outline %s, of the others %s", got, plain)
	}
}
