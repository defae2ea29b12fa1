package actor

import "testing"

func TestName(t *testing.T) {
	d, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]string{
		"IRN": "Iran", "USA": "United States", "TWN": "Taiwan", "RVN": "South Vietnam",
		"UNO": "United Nations", "EUR": "European Union", "IGO": "", "XXX": "", "": "",
	} {
		if got := d.Name(code); got != want {
			t.Errorf("%s is %q, want %q", code, got, want)
		}
	}
}
