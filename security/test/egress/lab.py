#!/usr/bin/env python3
"""Every attempt to get out, judged at the sinks of a pretend internet.

    security/test/egress/lab.py [--jar FILE] [--java FILE] [--weak]

Three namespaces of its own: the program's place, the gateway with the real configuration, Squid and
the warden, and an internet of documentation addresses. Needs root, iproute2, squid-openssl, openssl.
--weak runs a configuration that only looks at names, to show that the sinks see what gets through:
then it is a failure if nothing does. Ends with "N passed, M failed".
"""
import argparse, hashlib, json, os, pathlib, re, shutil, signal, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).resolve().parent
SECURITY = HERE.parent.parent
PLACES = {"moltbot": ("40", "3128"), "tokens": ("41", "3129"), "whatsapp": ("42", "3130")}
# Nobody can look into that tunnel, so it is not asked what stands in it; only where it leads.
UNSEEN = {"whatsapp": ["tunnel: Host of a stranger"]}
PINS = {"MOLTBOT_ANTHROPIC_KEY": "our-key", "MOLTBOT_DESK_TOKEN": "1111111111:" + 35 * "A", "MOLTBOT_DESK_OWNER": "4242",
        "MOLTBOT_TELEGRAM_TOKEN": "2222222222:" + 35 * "B", "MOLTBOT_INSTAGRAM_TOKEN": "our-instagram",
        "MOLTBOT_LINKEDIN_SEND_TOKEN": "our-linkedin", "MOLTBOT_VIBER_TOKEN": "our-viber"}
WEAK = """
http_port 3128
http_port 3129
acl allowed dstdomain .anthropic.com .telegram.org .googleapis.com .instagram.com .linkedin.com .viber.com
acl there dst 203.0.113.0/24
http_access allow there
http_access allow allowed
http_access deny all
cache deny all
pid_filename {work}/squid.pid
cache_log {work}/squid.log
access_log none
"""


def run(*command, **more):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **more)
    if done.returncode:
        sys.exit(f"{command[0]} {command[1]}: exit status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done


class Lab:
    def __init__(self, options):
        self.options, self.running = options, []
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="moltbot-lab-"))
        self.work.chmod(0o755)
        self.id = f"mb{os.getpid() % 100000}"
        self.log = self.work / "seen.jsonl"
        self.passed, self.failed = 0, []

    def space(self, name):
        return f"{self.id}-{name}"

    def within(self, name, *command):
        return ["ip", "netns", "exec", self.space(name), *map(str, command)]

    def start(self, name, *command, **more):
        process = subprocess.Popen(self.within(name, *command), **more)
        self.running.append(process)
        return process

    def networks(self):
        for name in ("net", "gate", *PLACES):
            run("ip", "netns", "add", self.space(name))
            run(*self.within(name, "ip", "link", "set", "lo", "up"))
        self.wire("gate", "203.0.113.2/24", "net", "203.0.113.1/24")
        run(*self.within("gate", "ip", "route", "add", "default", "via", "203.0.113.1"))
        run(*self.within("gate", "sysctl", "-qw", "net.ipv4.ip_forward=0"))
        for name, (network, _) in PLACES.items():
            self.wire(name, f"198.18.{network}.10/24", "gate", f"198.18.{network}.2/24")
            # Worse than an internal network, which has no way out to begin with.
            run(*self.within(name, "ip", "route", "add", "default", "via", f"198.18.{network}.2"))
        self.addresses()
        resolver = pathlib.Path("/etc/netns") / self.space("gate")
        resolver.mkdir(parents=True)
        (resolver / "resolv.conf").write_text("nameserver 203.0.113.53\n")
        for name in PLACES:
            dead = pathlib.Path("/etc/netns") / self.space(name)
            dead.mkdir(parents=True)
            (dead / "resolv.conf").write_text("nameserver 127.0.0.1\noptions timeout:1 attempts:1\n")

    def addresses(self):
        """What the internet answers to."""
        for address in ["198.51.100.66/32", "192.0.2.66/32", "169.254.169.254/32", "203.0.113.53/24"] + [
                f"203.0.113.{n}/24" for n in range(11, 19)]:
            run(*self.within("net", "ip", "address", "add", address, "dev", "lo" if address.endswith("/32") else f"{self.id}gaten"))
        run(*self.within("net", "ip", "-6", "address", "add", "2001:db8::66/128", "dev", "lo", "nodad"))

    def wire(self, one, address, other, second):
        left, right = f"{self.id}{one}"[:14], f"{self.id}{one}n"[:15]
        run("ip", "link", "add", left, "netns", self.space(one), "type", "veth", "peer", "name", right, "netns", self.space(other))
        for name, link, at in ((one, left, address), (other, right, second)):
            run(*self.within(name, "ip", "address", "add", at, "dev", link))
            run(*self.within(name, "ip", "link", "set", link, "up"))

    def certificates(self):
        run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
            "/CN=pretend internet", "-keyout", self.work / "root.key", "-out", self.work / "root.pem")
        hosts = re.findall(r'"([a-z0-9.]+)": "203', (HERE / "internet").read_text()) + ["evil.example"]
        for host in hosts:
            run("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={host}",
                "-keyout", self.work / f"{host}.key", "-out", self.work / f"{host}.csr")
            (self.work / "san").write_text(f"subjectAltName=DNS:{host}\n")
            run("openssl", "x509", "-req", "-in", self.work / f"{host}.csr", "-CA", self.work / "root.pem", "-CAkey",
                self.work / "root.key", "-days", "2", "-extfile", self.work / "san", "-out", self.work / f"{host}.pem")

    def internet(self):
        process = self.start("net", sys.executable, HERE / "internet", self.work, self.log, stdout=subprocess.PIPE, text=True)
        assert process.stdout.readline() == "ready\n", "the pretend internet did not come up"

    def gateway(self):
        for folder in ("lib", "log", "run"):
            (self.work / folder).mkdir()
            shutil.chown(self.work / folder, "proxy", "proxy")
        conf = self.work / "squid.conf"
        if self.options.weak:
            conf.write_text(WEAK.format(work=self.work / "run"))
        else:
            text = (SECURITY / "gateway" / "squid.conf").read_text()
            for there, here in (("/var/lib/gateway", "lib"), ("/var/log/gateway", "log"), ("/run/gateway", "run")):
                text = text.replace(there, str(self.work / here))
            # The pretend internet's certificates are of an authority that only the lab knows.
            conf.write_text(text + f"\ntls_outgoing_options cafile={self.work}/root.pem\n")
            run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
                "/CN=Moltbot gateway", "-addext", "basicConstraints=critical,CA:TRUE", "-keyout", self.work / "lib/ca.key",
                "-out", self.work / "lib/ca.pem")
            run("/usr/lib/squid/security_file_certgen", "-c", "-s", self.work / "lib/certificates", "-M", "4MB")
            run("chown", "-R", "proxy:proxy", self.work / "lib")
            (self.work / "pins").write_text(
                "".join(f"{name} {hashlib.sha256(value.encode()).hexdigest()}\n" for name, value in PINS.items()))
            self.start("gate", self.options.java, "-Xmx64m", "-jar", self.options.jar, "warden", "--list", SECURITY / "allow-list",
                       "--pins", self.work / "pins", "--memory", self.work / "memory", "--refusals", self.work / "log/refusals.jsonl", stderr=open(self.work / "warden.log", "w"))
            self.until(lambda: "judging" in (self.work / "warden.log").read_text(), "the warden")
        self.squid = self.start("gate", "squid", "--foreground", "-f", conf, stderr=open(self.work / "squid.err", "w"))
        self.until(lambda: subprocess.run(self.within("gate", "sh", "-c", "ss -Hltn | grep -q ':3128 '")).returncode == 0, "Squid")

    def until(self, done, what):
        deadline = time.monotonic() + 60
        while not done():
            if time.monotonic() > deadline or any(one.poll() is not None for one in self.running):
                sys.exit(f"{what} did not come up:\n" + "".join(p.read_text()[-2000:] for p in self.work.glob("*.err")))
            time.sleep(0.2)

    def seen(self, since, mark):
        """What arrived: anything with the mark, anything at a stranger's, any name of the stranger's asked for."""
        events = [json.loads(line) for line in self.log.read_text().splitlines()[since:]]
        return [e for e in events if mark in e.get("text", "") or e.get("stranger")
                or e["sink"] in ("udp", "icmp") or e.get("where", "").startswith(("198.51.", "192.0.2.", "2001:", "169.254."))
                or e.get("where", "").endswith((":5432", ":8080"))]

    def door_of(self, place):
        """The gateway's address on this place's network, and the host's."""
        return f"198.18.{PLACES[place][0]}.2", "203.0.113.1"

    def attempt(self, place, name):
        since = len(self.log.read_text().splitlines())
        mark = "m" + os.urandom(6).hex()
        told = subprocess.run(self.within(place, sys.executable, HERE / "attempts", name, mark, PLACES[place][1], *self.door_of(place)),
                              capture_output=True, text=True, timeout=60).stdout.strip()
        time.sleep(0.15)
        return self.seen(since, mark), told

    def judge(self, place, name, gateway=True):
        arrived, told = self.attempt(place, name)
        good = name.startswith("good") and gateway
        if bool(arrived) == good:
            self.passed += 1
        else:
            what = "did not get out" if good else "got out: " + json.dumps(arrived[0])[:300]
            self.failed.append(f"{place}: {name}: {what} (it was told {told[:160]})")
            print(f"through, as it has to: {name}" if self.options.weak else f"FAILED {self.failed[-1]}", flush=True)

    def all(self):
        names = run(sys.executable, HERE / "attempts").stdout.splitlines()
        names = [name for name in names if self.options.only in name]
        places = {"moltbot": PLACES["moltbot"]} if self.options.weak else PLACES
        for place, (_, door) in places.items():
            bad = [name for name in names if not name.startswith("good") and name not in UNSEEN.get(place, [])]
            if place == "moltbot" and not self.options.weak:
                # The broker asks first: what it is handed opens the mailbox for Moltbot.
                self.judge("tokens", "good 3129: a token")
            mine = bad + ([] if self.options.weak else [name for name in names if name.startswith(f"good {door}")])
            for name in mine:
                self.judge(place, name)
            print(f"{place}: {len(bad)} attempts", flush=True)
        stranger = [e for e in map(json.loads, self.log.read_text().splitlines()) if e.get("stranger")]
        print(f"names of the stranger's zone that anybody asked for: {len(stranger)}")
        if not self.options.weak:
            self.killed(names)

    def killed(self, names):
        self.kill_gateway()
        before = self.passed + len(self.failed)
        for name in names:
            self.judge("moltbot", name, gateway=False)
        print(f"gateway killed: {self.passed + len(self.failed) - before} attempts")

    def kill_gateway(self):
        self.squid.kill()
        run("pkill", "-9", "-f", str(self.work / "squid.conf"))

    def close(self):
        for process in self.running:
            process.terminate()
        for name in ("net", "gate", *PLACES):
            pids = subprocess.run(["ip", "netns", "pids", self.space(name)], capture_output=True, text=True).stdout.split()
            for pid in pids:
                os.kill(int(pid), signal.SIGKILL)
            subprocess.run(["ip", "netns", "delete", self.space(name)], capture_output=True)
            shutil.rmtree(f"/etc/netns/{self.space(name)}", ignore_errors=True)
        if self.options.keep:
            print("kept:", self.work)
        else:
            shutil.rmtree(self.work, ignore_errors=True)


def try_all(lab):
    try:
        lab.networks()
        lab.certificates()
        lab.internet()
        lab.gateway()
        lab.all()
    finally:
        lab.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jar", default=str(SECURITY.parent / "moltbot-app/target/moltbot.jar"))
    parser.add_argument("--java", default="java")
    parser.add_argument("--weak", action="store_true")
    parser.add_argument("--only", default="", metavar="WORDS", help="only attempts with these words in their name")
    parser.add_argument("--keep", action="store_true", help="leave logs and configuration there")
    lab = Lab(parser.parse_args())
    try_all(lab)
    if lab.options.weak:
        through = len(lab.failed)
        print(f"a configuration that looks at names alone let {through} through")
        print("1 passed, 0 failed" if through > 5 else "0 passed, 1 failed")
        sys.exit(0 if through > 5 else 1)
    print(f"{lab.passed} passed, {len(lab.failed)} failed")
    sys.exit(1 if lab.failed else 0)


if __name__ == "__main__":
    main()
