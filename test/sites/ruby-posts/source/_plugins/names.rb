# Posts need no date in their names, and an underscore may follow it.
class Jekyll::PostReader
  def read_posts(dir)
    read_publishable(dir, "_posts", %r!\.md$!)
  end

  def read_drafts(dir)
    read_publishable(dir, "_drafts", %r!.*\.(md|txt)$!)
  end
end

Jekyll::Document.send(:remove_const, :DATE_FILENAME_MATCHER)
Jekyll::Document::DATE_FILENAME_MATCHER = %r!\A(?>.+/)*?(\d{4}-\d\d-\d\d)[-_]([^/]*)(\.[^.]+)\z!
