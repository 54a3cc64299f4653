"""Fetch the training data of the text type classifier: ``python -m training.type_sources DIR``.

Packages of Debian (if there is ``apt-get``), npm and PyPI are unpacked into a folder each; the manual pages of the
machine are added. The trained model keeps only how common each token is in each type.
"""

import argparse
import json
import shutil
import subprocess
import tarfile
import urllib.parse
import urllib.request
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

_DEBIAN: Final = """
ansible apache2-doc asciidoc-common bash-completion cmake-data debconf-doc debian-policy
developers-reference docbook-xsl-ns docker-doc dpkg-dev elixir emacs-el erlang-src gcc-12-locales
git-doc git-man gnome-user-docs golang-github-gin-gonic-gin-dev
golang-github-prometheus-client-golang-dev golang-github-spf13-cobra-dev golang-golang-x-net-dev
golang-google-grpc-dev highlight-common kate5-data kotlin libboost1.74-dev libcatalyst-perl
libdbix-class-perl libeigen3-dev libghc-aeson-doc libgtk-3-dev libjs-bootstrap libjs-mathjax
libmojolicious-perl librust-clap-dev librust-hyper-dev librust-regex-dev librust-serde-dev
librust-tokio-dev libsource-highlight-common lilypond-doc-html linux-doc-6.1 lua-lpeg-patterns
lua-penlight lua-socket maildir-utils manpages manpages-dev mono-devel mutt nginx-doc nodejs-doc
ocaml-source octave-common openapi-specification openjdk-17-source perl-modules-5.36
php-guzzlehttp-psr7 php-monolog php-symfony-console php-twig phpunit postgis-doc python3-doc
qtbase5-dev r-base-html r-cran-ggplot2 rsync ruby-actionpack ruby-activesupport ruby-github-linguist
ruby-nokogiri ruby-rack ruby-rspec-core ruby-sinatra rust-src scala sqlite3-doc swi-prolog-doc
swish++ tcllib texinfo texlive-latex-base-doc texlive-latex-recommended-doc texlive-pictures-doc
zsh-common
"""
_NPM: Final = """
@angular/core @antora/site-generator @apollo/client @capacitor/android @capacitor/ios @mui/material
@nativescript/core @nestjs/core @openapitools/openapi-generator-cli antd asciidoctor bootstrap bulma
cordova-plugin-camera d3 date-fns docusaurus effect element-plus eslint expo express
foundation-sites fp-ts github-markdown-css graphql ionicons jquery json-schema-test-suite leaflet
less lodash mermaid nativescript nest next prettier primeng prisma quasar react-native
react-native-gesture-handler react-native-maps react-native-reanimated react-native-screens realm
rxjs sass semantic-ui-css stylus svelte swagger-ui-dist tailwindcss three type-fest typescript
vitepress vue vuepress webpack zod
"""
_PYPI: Final = """
agate aiosmtpd altair ansible-core antlr4-python3-runtime asciidoc beautifulsoup4 behave bokeh
buildbot captionstransformer celery cffi clang cmakelang configobj confuse cookiecutter copier
csvkit cython datasets dbt-core django doc8 docutils flanker flask gensim hatch html5lib hypothesis
ipywidgets jsonschema jupyter-book jupytext lxml mail-parser mailman mailmanclient matplotlib meson
mkdocs mkdocs-material nanobind nbclient nbconvert nbdime nbformat networkx nltk odoorpc
openapi-spec-validator pandas pandocfilters panflute papermill plone.api plotly ply poetry pybind11
pygments pylatexenc pypandoc pyramid pyscaffold pysrt pysubs2 pytest pyyaml readability-lxml
robotframework rst2pdf rstcheck ruamel.yaml salt scikit-build scrapy spacy sphinx sqlalchemy
sqlfluff srt strictyaml subliminal sympy tablib textual tika tomlkit transformers tree-sitter-lua
ttconv twisted webvtt-py whisper-timestamped yamllint zope.component zope.interface
"""
#: Most bytes of a source archive that is fetched.
_MOST: Final = 40_000_000


def debian(name: str, into: Path) -> None:
    """Unpack one package of Debian, without installing it."""
    subprocess.run(["apt-get", "download", name], cwd=into.parent, check=True, capture_output=True)
    package = next(into.parent.glob(f"{name}_*.deb"))
    subprocess.run(["dpkg", "-x", str(package), str(into)], check=True, capture_output=True)
    package.unlink()


def npm(name: str, into: Path) -> None:
    """Unpack one package of npm."""
    done = subprocess.run(["npm", "pack", name], cwd=into.parent, check=True, capture_output=True, text=True)
    archive = into.parent / done.stdout.strip().splitlines()[-1]
    with tarfile.open(archive) as held:
        held.extractall(into, filter="data")
    archive.unlink()


def pypi(name: str, into: Path) -> None:
    """Unpack one source distribution of PyPI."""
    with urllib.request.urlopen(f"https://pypi.org/pypi/{name}/json", timeout=30) as answer:
        files = json.load(answer)["urls"]
    found = next(f for f in files if f["packagetype"] == "sdist" and f["size"] < _MOST)
    address = urllib.parse.urljoin(f"https://pypi.org/simple/{name}/", found["url"])
    with urllib.request.urlopen(address, timeout=120) as answer, tarfile.open(fileobj=BytesIO(answer.read())) as held:
        held.extractall(into, filter="data")


def main() -> None:
    """Fetch all packages, and print those that can't be fetched."""
    parser = argparse.ArgumentParser(prog="python -m training.type_sources", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="folder to fill")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    kinds: tuple[tuple[str, str, Callable[[str, Path], None]], ...] = (
        ("", _DEBIAN, debian),
        ("npm-", _NPM, npm),
        ("py-", _PYPI, pypi),
    )
    for prefix, names, fetch in kinds:
        for name in names.split():
            into = folder / (prefix + name.replace("@", "").replace("/", "-"))
            try:
                into.mkdir(exist_ok=True)
                fetch(name, into)
            except (OSError, StopIteration, subprocess.CalledProcessError, tarfile.TarError) as error:
                print(f"{name}: {type(error).__name__}: {error}")
    for section in "13578":
        pages = Path(f"/usr/share/man/man{section}")
        if pages.is_dir():
            shutil.copytree(pages, folder / f"man{section}" / "man", dirs_exist_ok=True, ignore_dangling_symlinks=True)


if __name__ == "__main__":
    main()
