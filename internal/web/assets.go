package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"time"
)

//go:embed assets templates
var files embed.FS

// assets serves the style sheet and the icon. Their addresses carry a hash of what they hold, so that a browser may keep
// them for ever and still sees a new version at once.
type assets struct {
	content map[string][]byte
	hash    map[string]string
}

func newAssets() *assets {
	a := &assets{content: map[string][]byte{}, hash: map[string]string{}}
	entries, _ := fs.ReadDir(files, "assets") // embedded: the folder is there
	for _, e := range entries {
		data, _ := files.ReadFile(path.Join("assets", e.Name()))
		sum := sha256.Sum256(data)
		a.content[e.Name()], a.hash[e.Name()] = data, hex.EncodeToString(sum[:6])
	}
	return a
}

// url is the address of an asset.
func (a *assets) url(name string) string { return "/assets/" + name + "?v=" + a.hash[name] }

func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	data, ok := a.content[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("ETag", `"`+a.hash[name]+`"`)
	w.Header().Set("Cache-Control", "no-cache")
	if r.URL.Query().Get("v") == a.hash[name] {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data)) // finds the content type, answers ETag and ranges
}
