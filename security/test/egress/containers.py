#!/usr/bin/env python3
"""The same attempts from the real containers, through the real gateway.

    security/test/egress/containers.py --work FOLDER

What docker-compose.yml makes is started; each attempt is made in a container's own network, and the
gateway's way out leads to the pretend internet. The host's rules (security/firewall) are in force.
Called by security/test/run, which has an engine of its own and the images. Ends with "N passed, M
failed".
"""
import argparse, json, os, pathlib, shutil, subprocess, sys, time

sys.dont_write_bytecode = True
from lab import HERE, PINS, PLACES, SECURITY, Lab, run, try_all

PROJECT = "moltbot-lab"
HOST = "198.18.255.1"  # Of the engine's first bridge, which is what "host-gateway" stands for.
MORE = """
version: "2.4"
services:
  gateway:
    dns: [203.0.113.53]
    volumes: ["{folder}/root.pem:/etc/ssl/certs/ca-certificates.crt:ro"]
"""
SETTINGS = ["MOLTBOT_ANTHROPIC_KEY", "MOLTBOT_DESK_TOKEN", "MOLTBOT_DESK_OWNER", "MOLTBOT_TELEGRAM_TOKEN"]


class Containers(Lab):
    def __init__(self, options):
        super().__init__(options)
        self.folder = self.work / "security"
        self.ids, self.at = {}, {}

    def compose(self, *words):
        return run("docker-compose", "--project-name", PROJECT, "-f", "docker-compose.yml", "-f", "more.yml", *words, cwd=self.folder)

    def docker(self, *words):
        return run("/usr/bin/docker", *words).stdout.strip()

    def networks(self):
        run("ip", "netns", "add", self.space("net"))
        run(*self.within("net", "ip", "link", "set", "lo", "up"))

    def internet(self):
        """Comes later, when there is a gateway that can be led to it."""

    def gateway(self):
        self.write_folders()
        self.compose("--profile", "whatsapp", "up", "-d", "--no-build")
        for service in ("gateway", *PLACES):
            self.ids[service] = self.docker("ps", "-q", "--no-trunc", "--filter", f"name={PROJECT}_{service}_1")
            self.attach("gate" if service == "gateway" else service, self.ids[service])
        networks = json.loads(self.docker("inspect", self.ids["gateway"]))[0]["NetworkSettings"]["Networks"]
        self.at = {place: networks[f"{place}-net"]["IPAddress"] for place in PLACES}
        self.lead_out(networks["moltbot-outside"]["Gateway"])
        super().internet()
        rules = subprocess.run(["nft", "-f", SECURITY / "firewall" / "moltbot.nft"], capture_output=True, text=True)
        print("the host's own rules:", "in force" if rules.returncode == 0 else f"cannot be loaded here: {rules.stderr[:200]}")
        self.host = self.start_on_host()
        self.until(lambda: all(self.listens(door) for _, door in PLACES.values()), "the gateway")

    def attach(self, name, container):
        """What is started in this namespace from here on is in that container's network."""
        pid = self.docker("inspect", "-f", "{{.State.Pid}}", container)
        run("ip", "netns", "attach", self.space(name), pid)
        self.resolver(name, pid)

    def write_folders(self):
        """A checkout's folders, as an owner has them."""
        for folder in ("security/gateway/pins", ".openclaw", "channels", ".tokens/.openclaw", ".tokens/channels"):
            (self.work / folder).mkdir(parents=True)
        for file in ("docker-compose.yml", "seccomp.json"):
            shutil.copy(SECURITY / file, self.folder)
        (self.folder / "more.yml").write_text(MORE.format(folder=self.work))
        self.settings(".openclaw", {**{name: PINS[name] for name in SETTINGS}, "MOLTBOT_TELEGRAM_OWNER": PINS["MOLTBOT_DESK_OWNER"]})
        self.settings(".tokens/.openclaw", {"MOLTBOT_TOKENS_KEY": "key-of-the-sandbox", "MOLTBOT_GMAIL_CLIENT_ID": "client",
                                            "MOLTBOT_GMAIL_CLIENT_SECRET": "a-secret", "MOLTBOT_GMAIL_REFRESH_TOKEN": "a-token"})
        run("chown", "-R", "10001", self.work / ".openclaw", self.work / "channels", self.work / ".tokens", self.folder / "gateway/pins")
        words = [word for name, value in PINS.items() for word in ("-e", f"{name}={value}")]
        self.docker("run", "--rm", "--network", "none", *words, "-v", f"{SECURITY}/allow-list:/allow-list:ro",
                    "-v", f"{self.folder}/gateway/pins:/pins", "moltbot-sandbox", "moltbot", "warden", "pin",
                    "--list", "/allow-list", "--to", "/pins/pins")

    def settings(self, folder, values):
        file = self.work / folder / ".env"
        file.write_text("".join(f"{name}={value}\n" for name, value in values.items()))
        file.chmod(0o600)

    def resolver(self, name, pid):
        """The container's own, for what is started in its network from here."""
        there = pathlib.Path("/etc/netns") / self.space(name)
        there.mkdir(parents=True, exist_ok=True)
        shutil.copy(f"/proc/{pid}/root/etc/resolv.conf", there)

    def lead_out(self, bridge):
        self.wire("gate", "203.0.113.2/24", "net", "203.0.113.1/24")
        self.addresses()
        run(*self.within("gate", "ip", "route", "replace", "default", "via", "203.0.113.1"))
        run(*self.within("gate", "ip", "route", "add", f"{HOST}/32", "via", bridge))

    def start_on_host(self):
        bridges = [f"198.18.{network}.1" for network, _ in PLACES.values()]
        there = run("ip", "-4", "-br", "address").stdout
        process = subprocess.Popen([sys.executable, HERE / "internet", self.work, self.log, HOST,
                                    *[one for one in bridges if f" {one}/" in there]], stdout=subprocess.PIPE, text=True)
        self.running.append(process)
        assert process.stdout.readline() == "ready\n", "the host's services did not come up"

    def listens(self, port):
        return subprocess.run(self.within("gate", "sh", "-c", f"ss -Hltn | grep -q ':{port} '")).returncode == 0

    def door_of(self, place):
        return self.at[place], HOST

    def all(self):
        self.work_by_themselves()
        super().all()
        refusals = (self.work / "refusals").read_text().splitlines()
        known = [value for value in PINS.values() if len(value) > 4 and value in "".join(refusals)]
        self.holds("refusals are written down, and no secret is in them", len(refusals) > (0 if self.options.only else 100) and not known)
        print(f"refusals on record: {len(refusals)}")

    def work_by_themselves(self):
        """The two programs, through the gateway, with what compose sets and nothing else."""
        desk = f"/bot{PINS['MOLTBOT_DESK_TOKEN']}/getUpdates"
        self.until(lambda: desk in self.log.read_text(), "the running program, which polls Telegram,")
        granted = self.docker("run", "--rm", "--network", "moltbot-net", "-v", f"{self.options.work}/attempts:/attempts:ro",
                              "moltbot-sandbox", "/opt/moltbot/runtime/bin/java", "-Xlog:disable", "-cp", "/attempts", "Attempts", "post",
                              "http://tokens:8465/token", "grant_type=refresh_token&refresh_token=key-of-the-sandbox")
        self.holds("the broker has a token of Google's for who knows its key", "200" in granted and "granted-token" in granted)
        asked = self.log.read_text()
        self.holds("and the long-lived one goes to Google alone", asked.count("refresh_token=a-token") == 1)
        self.bridge()
        modes = self.docker("exec", self.ids["gateway"], "stat", "-c", "%a", "/var/log/gateway/refusals.jsonl", "/var/log/gateway/gateway-ca.pem")
        self.holds(f"Moltbot may read the refusals and the authority: {modes}", modes.split() == ["644", "644"])

        self.grown()

    def bridge(self):
        """Who holds Moltbot's side of the socket lets the bridge connect; it comes by its own door, and believes no stranger."""
        tried = self.docker("run", "--rm", "--network", "none", "-v", f"{PROJECT}_bridge:/run/bridge:ro", "-v",
                            f"{self.options.work}/attempts:/attempts:ro", "moltbot-sandbox", "/opt/moltbot/runtime/bin/java",
                            "-Xlog:disable", "-cp", "/attempts", "Attempts", "socket", "/run/bridge/socket")
        self.holds(f"Moltbot reaches the bridge's socket: {tried}", "done" in tried)
        heard = run(sys.executable, HERE / "parent", self.ids["whatsapp"]).stdout
        self.holds(f"the bridge begins anew with nothing kept, and cannot log in with a stranger: {heard}",
                   heard.startswith("hello") and "waiting" in heard and "open" not in heard)
        there = [json.loads(line) for line in self.log.read_text().splitlines() if "203.0.113.18:443" in line]
        self.holds("it came out at WhatsApp's address", any(one["sink"] == "connect" for one in there))
        self.holds("and said nothing to a certificate it does not know", not any(one["sink"] == "bytes" for one in there))
        # It ended with each of these two, and began anew with a new network, from which the attempts are to be made.
        self.until(lambda: self.stays(self.ids["whatsapp"]), "the bridge, anew,")
        run("ip", "netns", "delete", self.space("whatsapp"))
        self.attach("whatsapp", self.ids["whatsapp"])

    def stays(self, container):
        """Whether it is there, and still the same one after a while."""
        pid = self.docker("inspect", "-f", "{{.State.Pid}}", container)
        time.sleep(3)
        return pid != "0" and pid == self.docker("inspect", "-f", "{{.State.Pid}}", container)

    def grown(self):
        """A file of refusals that is too large is put aside; the attempts that follow show that the new one is written."""
        line = json.dumps({"door": "3128", "method": "-", "host": "-", "sni": "-", "status": 0, "why": "-", "error": "-", "x": "x" * 1000})
        log = "/var/log/gateway/refusals.jsonl"
        run("/usr/bin/docker", "exec", "-i", self.ids["gateway"], "sh", "-c", f"cat >> {log}", input=(line + "\n") * 9000)
        deadline = time.monotonic() + 20
        sizes = []
        while time.monotonic() < deadline and not (len(sizes) == 2 and int(sizes[0]) > 8 << 20 > int(sizes[1])):
            time.sleep(0.5)
            sizes = subprocess.run(["/usr/bin/docker", "exec", self.ids["gateway"], "stat", "-c", "%s", log + ".0", log],
                                   capture_output=True, text=True).stdout.split()
        self.holds(f"a file of refusals over 8 MiB is put aside: {sizes}", len(sizes) == 2 and int(sizes[1]) < 8 << 20)

    def holds(self, name, truth):
        self.passed += bool(truth)
        if not truth:
            self.failed.append(name)
            print("FAILED", name, flush=True)

    def kill_gateway(self):
        (self.work / "refusals").write_text(self.docker("exec", self.ids["gateway"], "cat", "/var/log/gateway/refusals.jsonl"))
        self.docker("kill", self.ids["gateway"])

    def close(self):
        if self.options.keep:
            print("containers and folders are kept in", self.work)
            return
        subprocess.run(["nft", "delete", "table", "inet", "moltbot"], capture_output=True)
        if (self.folder / "more.yml").exists():
            logs = subprocess.run(["docker-compose", "--project-name", PROJECT, "logs", "--no-color"], cwd=self.folder,
                                  capture_output=True, text=True).stdout
            pathlib.Path(self.options.work, "containers.log").write_text(logs)
            self.compose("--profile", "whatsapp", "down", "--volumes", "--timeout", "10")
        for name in ("gate", *PLACES):
            subprocess.run(["ip", "netns", "delete", self.space(name)], capture_output=True)
            shutil.rmtree(f"/etc/netns/{self.space(name)}", ignore_errors=True)
        super().close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", required=True, help="where the containers' logs are left")
    parser.add_argument("--only", default="", metavar="WORDS", help="only attempts with these words in their name")
    parser.add_argument("--keep", action="store_true", help="leave everything as it is")
    parser.set_defaults(weak=False)
    lab = Containers(parser.parse_args())
    try_all(lab)
    print(f"{lab.passed} passed, {len(lab.failed)} failed")
    sys.exit(1 if lab.failed else 0)


main()
