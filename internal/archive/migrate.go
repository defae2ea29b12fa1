package archive

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

// The numbered files make the schema, one after the other; user_version says how many of them a file has had. A file
// that was released is never changed: a change is a new file.
//
//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a SQLite file as an archive of ours: "dyad" in ASCII.
const applicationID = 0x64796164

type rowQuerier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// version reads how far the schema of a file is, -1 for a file that is not ours; an empty file has version 0.
func version(ctx context.Context, db rowQuerier, path string) (int, error) {
	var app, user, tables int
	err := db.QueryRowContext(ctx, `SELECT a.application_id, u.user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id AS a, pragma_user_version AS u`).Scan(&app, &user, &tables)
	if err != nil {
		return 0, explain("open", path, err)
	}
	if tables > 0 && app != applicationID {
		return 0, &Error{Op: "open", Path: path, Hint: "name another file", Err: errors.New("this is a database of another program, not a dyad archive")}
	}
	return user, nil
}

func migrationFiles() ([]string, error) { return fs.Glob(migrations, "migrations/*.sql") }

// checkVersion says whether a file that is only read can be read by this program.
func checkVersion(ctx context.Context, db rowQuerier, path string) error {
	files, err := migrationFiles()
	if err != nil {
		return err
	}
	have, err := version(ctx, db, path)
	switch {
	case err != nil:
		return err
	case have > len(files):
		return newer(path, have, len(files))
	case have == 0:
		return &Error{Op: "open", Path: path, Hint: "fill it with: dyad add PATH…", Err: errors.New("the file is empty")}
	case have < len(files):
		return &Error{
			Op: "open", Path: path, Hint: "dyad add brings it up to date",
			Err: fmt.Errorf("the file was written by an older dyad (schema %d, this one reads %d)", have, len(files)),
		}
	}
	return nil
}

func newer(path string, have, known int) error {
	return &Error{
		Op: "open", Path: path, Hint: "install that version of dyad, or name another file",
		Err: fmt.Errorf("the file was written by a newer dyad (schema %d, this one knows %d)", have, known),
	}
}

// migrate brings a file to the newest schema, in one transaction.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	files, err := migrationFiles()
	if err != nil {
		return err
	}
	have, err := version(ctx, db, path)
	if err != nil {
		return err
	}
	if have > len(files) {
		return newer(path, have, len(files))
	}
	if have == len(files) {
		return nil
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return explain("migrate", path, err)
	}
	defer tx.Rollback()
	// Asked again inside the transaction: another process may have made the schema while this one waited for the lock.
	if have, err = version(ctx, tx, path); err != nil {
		return err
	}
	for _, file := range files[min(have, len(files)):] {
		statements, err := migrations.ReadFile(file)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(statements)); err != nil {
			return explain(file, path, err)
		}
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(files))); err != nil {
		return explain("migrate", path, err)
	}
	return explain("migrate", path, tx.Commit())
}
