package actor

import "testing"

func TestKey(t *testing.T) {
	d := dictionary(t)
	for _, alike := range [][]string{
		{"Sergei Shoigu", "Sergey Shoygu"},
		{"Hassan Rouhani", "Hassan Rohani", "Hasan Ruhani"},
		{"Mikheil Saakashvili", "Mikhail Saakashvili"},
		{"Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy"},
		{"Boris Yeltsin", "Boris Eltsin"},
		{"Slobodan Milosevic", "Slobodan Milošević", "Slobodan Milosevich"},
		{"Nikolai Patrushev", "Nikolay Patrushev"},
		{"Viktor Yanukovych", "Viktor Yanukovich"},
		{"Dzhokhar Dudayev", "Jokhar Dudaev"},
		{"Qassem Soleimani", "Kasem Suleimani"},
		{"Alexander Lukashenko", "Aleksandr Lukashenko"},
		{"Hafez al-Assad", "Hafez Assad", "Hafez Asad"},
		{"Kim Jong-un", "Kim Jong Un"},
		{"Saddam Hussein", "Sadam Husayn"},
	} {
		for _, n := range alike[1:] {
			if a, b := d.Key(alike[0]), d.Key(n); a != b {
				t.Errorf("%s and %s have the keys %q and %q", alike[0], n, a, b)
			}
		}
	}
	for _, apart := range [][2]string{{"Vladimir Putin", "Chris Patten"}, {"Kim Jong-un", "Kim Jong-il"}, {"Ivan Petrov", "Ivan Petrovski"}} {
		if d.Key(apart[0]) == d.Key(apart[1]) {
			t.Errorf("%s and %s have one key", apart[0], apart[1])
		}
	}
}

// Another spelling than the tables' finds the person in full or with title and country, but never by the surname alone.
func TestSpellings(t *testing.T) {
	for text, want := range map[string]string{
		"Sergey Lavroff arrived.":                              "---: Sergey Lavroff",
		"Sergeij Lavrov arrived.":                              "RUS:GOV Sergei Lavrov",
		"Russian Foreign Minister Lavrov arrived in Oslo.":     "RUS:GOV Sergei Lavrov",
		"Chilean Foreign Minister Sergey Lavrov arrived.":      "CHL:GOV Sergey Lavrov",
		"The Iranian foreign minister, Kamal Harazi, arrived.": "IRN:GOV Kamal Kharrazi",
		"Iranian Foreign Minister Harrazi arrived.":            "IRN:GOV Kamal Kharrazi",
		"Harrazi sells carpets.":                               "---: Harrazi",
	} {
		found := who(t, text)
		ok := false
		for _, got := range found {
			ok = ok || got == want
		}
		if !ok {
			t.Errorf("%s got %v, want %s", text, found, want)
		}
	}
}
