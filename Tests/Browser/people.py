"""A person in front of a browser: signs in, goes to pages, and notices whatever the browser complains of."""

import re

from playwright.sync_api import Error


class Person:
    """One browser profile (its own cookies), signed in as one of the cast or as nobody."""

    def __init__(self, browser, url, name=None, language="fr", theme="light", width=1440, height=900, scripts=True):
        self.url = url
        self.language = language
        self.scripts = scripts
        self.complaints = []
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, color_scheme=theme,
            locale="fr-FR" if language == "fr" else "en-GB", reduced_motion="reduce",
        )
        self.context.set_default_timeout(10_000)
        self.context.add_cookies([{"name": "lang", "value": language, "url": url}])
        self.page = self.tab()
        if name:
            self.sign_in(name)

    def tab(self):
        page = self.context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("response", self._response)
        return page

    def _console(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.location.get('url', '')}: {message.text}")

    def _response(self, response):
        if response.status >= 500:
            self.complaints.append(f"{response.url}: answered {response.status}")

    def sign_in(self, name):
        self.go("/sign-in")
        self.page.get_by_role("button", name=re.compile("^" + re.escape(name))).click()
        self.page.wait_for_url(lambda address: "/sign-in" not in address)

    def go(self, path):
        """Opens an address of the site and returns its answer."""
        return self.page.goto(self.url + path, wait_until="load")

    def leave(self):
        """Closes the profile; what the browser complained of fails the test."""
        complaints = list(self.complaints)
        # A profile that closes while a page loads itself again can keep Chromium waiting for ever: each page leaves first.
        for page in self.context.pages:
            try:
                page.goto("about:blank")
            except Error:
                page.goto("about:blank")
        self.context.close()
        # A refused form answers 4xx on purpose, and Chromium writes that down as an error.
        heard = [c for c in complaints if not re.search(r"status of 4(03|04|09|13|22)", c)]
        once = list(dict.fromkeys(heard))
        assert not once, "the browser complained:\n" + "\n".join(once[:8])
