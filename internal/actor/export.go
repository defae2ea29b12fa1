package actor

import "io/fs"

// Tables is the tables that the program carries, as files data/….tsv, for those who check and compare tables.
func Tables() fs.FS { return data }

// Folded is a name as the tables compare names: small letters without accents and dots, words apart by one blank.
func Folded(name string) string { return joined(name) }
