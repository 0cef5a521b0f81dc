"""An S3-compatible picture store for the tests: moto on loopback.

It refuses requests without a valid signature. It is also a program: `store.py COMMAND…` runs a command with a store.
The command finds the address of a bucket in BROADSHEET_TEST_BUCKET and the keys in the environment variables
that Amazon's own tools use.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import threading
import urllib.request

import boto3

REGION = "eu-central-1"
BUCKET = "broadsheet-pictures"
SERVER = pathlib.Path(__file__).with_name("moto_with_keys.py")
BOOT_SECONDS = 60
# The rights that Broadsheet needs according to docs/running/pictures.md.
RIGHTS = [("s3:GetObject", "s3:PutObject", "s3:DeleteObject"), ("s3:ListBucket",)]


class Store:
    """One moto server. It keeps everything in memory until it stops."""

    def __init__(self):
        self.port = None
        self._said = []
        self._ready = threading.Event()
        self._process = subprocess.Popen(
            [sys.executable, str(SERVER), "--host", "127.0.0.1", "--port", "0"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"})
        threading.Thread(target=self._listen, daemon=True).start()
        self._ready.wait(BOOT_SECONDS)
        try:
            assert self.port, "moto did not start:\n" + "\n".join(self._said)
            self._open()
        except BaseException:
            self.stop()
            raise

    @property
    def endpoint(self):
        return f"http://127.0.0.1:{self.port}"

    def address(self, prefix="", endpoint=None):
        return f"s3://{BUCKET}/{prefix}?endpoint={endpoint or self.endpoint}&region={REGION}"

    def names(self, prefix):
        """The names of the objects below a prefix of the bucket."""
        listed = self._owner.list_objects_v2(Bucket=BUCKET, Prefix=f"{prefix}/")
        return {found["Key"].removeprefix(f"{prefix}/") for found in listed.get("Contents", [])}

    def fill(self, prefix, folder):
        """Copies a folder of pictures into the bucket, as a copying tool would."""
        for path in folder.glob("*-*.*"):
            self._owner.put_object(Bucket=BUCKET, Key=f"{prefix}/{path.name}", Body=path.read_bytes())

    def remove(self, prefix, name):
        self._owner.delete_object(Bucket=BUCKET, Key=f"{prefix}/{name}")

    def stop(self):
        self._process.kill()
        self._process.wait()

    def _open(self):
        """Makes a bucket, an owner with all rights and a user for Broadsheet, and then turns access checks on."""
        iam = self._client("iam", {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none"})
        owner = self._hire(iam, "owner", [("*", "*")])
        objects, bucket = f"arn:aws:s3:::{BUCKET}/*", f"arn:aws:s3:::{BUCKET}"
        self.keys = self._hire(iam, "broadsheet", [(RIGHTS[0], objects), (RIGHTS[1], bucket)])
        self._owner = self._client("s3", owner)
        self._owner.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        shut = urllib.request.Request(f"{self.endpoint}/moto-api/reset-auth", b"0", {"Content-Type": "text/plain"})
        urllib.request.urlopen(shut, timeout=BOOT_SECONDS).close()

    def _hire(self, iam, name, rights):
        iam.create_user(UserName=name)
        statements = [{"Effect": "Allow", "Action": action, "Resource": resource} for action, resource in rights]
        iam.put_user_policy(UserName=name, PolicyName=name, PolicyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": statements}))
        made = iam.create_access_key(UserName=name)["AccessKey"]
        return {"AWS_ACCESS_KEY_ID": made["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": made["SecretAccessKey"]}

    def _client(self, service, keys):
        return boto3.client(
            service, endpoint_url=self.endpoint, region_name=REGION,
            aws_access_key_id=keys["AWS_ACCESS_KEY_ID"], aws_secret_access_key=keys["AWS_SECRET_ACCESS_KEY"])

    def _listen(self):
        for line in self._process.stderr:
            self._said = self._said[-50:] + [line.rstrip("\n")]
            if found := re.search(r"Running on http://127\.0\.0\.1:(\d+)", line):
                self.port = int(found[1])
                self._ready.set()
        self._ready.set()


if __name__ == "__main__":
    store = Store()
    try:
        ended = subprocess.run(
            sys.argv[1:], env=os.environ | store.keys | {"BROADSHEET_TEST_BUCKET": store.address("tests")})
    finally:
        store.stop()
    sys.exit(ended.returncode)
