"""A hook of MkDocs: which pages `mkdocs serve --dirty` builds again.

MkDocs compares the times of a page's Markdown and HTML. A page also has to be built again when the evidence that it
shows has changed, so its HTML is removed then. Builds without `--dirty` build every page and need none of this.
"""

from pathlib import Path

from comparekit.markdown import expand
from comparekit.project import Project
from comparekit.render import Renderer

shown = {}
"""Markdown of each page in the last build, with what its directives showed."""
only_changed = False


def on_startup(command, dirty):
    """Called once, before the first build."""
    global only_changed
    only_changed = dirty


def on_files(files, config):
    """Called in every build, before pages are read."""
    renderer = Renderer(Project(Path(config.config_file_path).parent))
    for file in files.documentation_pages() if only_changed else ():
        if file.src_uri.endswith(".md"):
            text = expand(file.content_string, renderer)
            if shown.get(file.src_uri) != text:
                Path(file.abs_dest_path).unlink(missing_ok=True)
            shown[file.src_uri] = text
    return files
