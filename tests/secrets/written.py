"""Ways in which people, programs and tools write a password or key down; `S3CRETPW` is the secret in each."""

# ruff: noqa: E501

from __future__ import annotations

SECRET = "S3CRETPW"

#: In a request as the service takes it.
REQUESTS = """
https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW&phones=79990000000&mes=Hi
https://smscentre.com/sys/send.php?psw=S3CRETPW
https://smscentre.com/sys/send.php?apikey=S3CRETPW&phones=7
login=alex&psw=S3CRETPW&phones=79990000000&mes=Hi
psw=S3CRETPW&login=alex
login=alex;psw=S3CRETPW;phones=79990000000;mes=Hi
login=alex, psw=S3CRETPW, phones=79990000000
login=alex&amp;psw=S3CRETPW&amp;phones=7
login=alex&amp;amp;psw=S3CRETPW&amp;amp;phones=7
login=alex&#38;psw&#61;S3CRETPW&#38;phones=7
login=alex\\u0026psw=S3CRETPW\\u0026phones=7
login%3Dalex%26psw%3DS3CRETPW%26phones%3D7
login%253Dalex%2526psw%253DS3CRETPW%2526phones%253D7
login%25253Dalex%252526psw%25253DS3CRETPW%252526phones%25253D7
?next=https%3A%2F%2Fsmscentre.com%2Fsys%2Fsend.php%3Flogin%3Dalex%26psw%3DS3CRETPW%26phones%3D7
login=alex&p%73w=S3CRETPW&phones=7
login=alex&%70%73%77=S3CRETPW&phones=7
login=alex&%2570sw=S3CRETPW&phones=7
login=alex&psw%3DS3CRETPW&phones=7
login=alex&psw%3D%53%33%43%52%45%54%50%57&phones=7
login=alex&psw[]=S3CRETPW&phones=7
login=alex&psw[0]=S3CRETPW&phones=7
login=alex&data[psw]=S3CRETPW&phones=7
login=alex&psw%5B%5D=S3CRETPW&phones=7
login=alex&PSW=S3CRETPW&phones=7
login=alex&Psw=S3CRETPW&phones=7
login=alex&password=S3CRETPW&phones=7
login=alex&passwd=S3CRETPW&phones=7
login=alex&pass=S3CRETPW&phones=7
login=alex&pwd=S3CRETPW&phones=7
login=alex&passphrase=S3CRETPW&phones=7
login=alex&pws=S3CRETPW&phones=7
login=alex&pasw=S3CRETPW&phones=7
login=alex&pssword=S3CRETPW&phones=7
login=alex&apikye=S3CRETPW&phones=7
login=alex&api_key=S3CRETPW&phones=7
login=alex&api-key=S3CRETPW&phones=7
login=alex&key=S3CRETPW&phones=7
login=alex&token=S3CRETPW&phones=7
login=alex&access_token=S3CRETPW&phones=7
login=alex&secret=S3CRETPW&phones=7
login=alex&psw==S3CRETPW&phones=7
login=alex&psw =S3CRETPW&phones=7
login=alex&psw= S3CRETPW&phones=7
login=alex&psw=+S3CRETPW&phones=7
login=alex&psw=a&S3CRETPW&phones=7
login=alex&psw=a;S3CRETPW&phones=7
login=alex&psw=a#S3CRETPW&phones=7
login=alex&psw=a'S3CRETPW&phones=7
login=alex&psw=a"S3CRETPW&phones=7
login=alex&psw=a<S3CRETPW&phones=7
login=alex&psw=a b S3CRETPW&phones=7
login=alex&psw=a,S3CRETPW&phones=7
login=alex&psw=a=S3CRETPW&phones=7
login=alex&psw=a?S3CRETPW&phones=7
login=alex&psw=a%26S3CRETPW&phones=7
login=alex&psw=a%20S3CRETPW&phones=7
login=alex&psw='S3CRETPW'&phones=7
login=alex&psw="a S3CRETPW"&phones=7
https://alex:S3CRETPW@smscentre.com/sys/send.php?phones=7
https://alex:a/S3CRETPW@smscentre.com/sys/send.php?phones=7
https://alex:a@S3CRETPW@smscentre.com/sys/send.php?phones=7
https://S3CRETPW@smscentre.com/sys/send.php?phones=7
https://S3CRETPW:@smscentre.com/sys/send.php?phones=7
alex:S3CRETPW@smscentre.com/sys/send.php?phones=7
smsc://alex:S3CRETPW@default?from=Shop
smtp://alex:S3CRETPW@mail.example.org:587
https://shop.example/sms?fmt=3&md5=S3CRETPW
https://shop.example/sms?fmt=3&sha1=S3CRETPW
https://shop.example/sms?fmt=3&crc32=S3CRETPW
https://smscentre.com/sys/send.php?login=alex&ｐｓｗ＝S3CRETPW&phones=7
https://smscentre.com/sys/send.php?login=alex&рsw=S3CRETPW&phones=7
https://smscentre.com/sys/send.php?login=alex&ps\u200bw=S3CRETPW&phones=7
https://smscentre.com/sys/send.php?login=alex&p%00s%00w%00=S3CRETPW
https://smscentre.com/sys/send.php?login=alex&psw%uFF1DS3CRETPW
https://smscentre.com/sys/send.php?%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C=S3CRETPW
https://smscentre.com/sys/send.php?%EF%E0%F0%EE%EB%FC=S3CRETPW
""".strip().splitlines()

#: In commands.
COMMANDS = r"""
curl -u alex:S3CRETPW https://smscentre.com/sys/send.php
curl -ualex:S3CRETPW https://smscentre.com/sys/send.php
curl -sSu alex:S3CRETPW https://smscentre.com/sys/send.php
curl -u 'alex:S3CRETPW' https://smscentre.com/sys/send.php
curl -u"alex:a S3CRETPW" https://smscentre.com/sys/send.php
curl -u=alex:S3CRETPW https://smscentre.com/sys/send.php
curl --user alex:S3CRETPW https://smscentre.com/sys/send.php
curl --user=alex:S3CRETPW https://smscentre.com/sys/send.php
curl --user "alex:a:S3CRETPW" https://smscentre.com/sys/send.php
curl --use alex:S3CRETPW https://smscentre.com/sys/send.php
curl -U alex:S3CRETPW -x proxy:3128 https://smscentre.com/sys/send.php
curl --proxy-user alex:S3CRETPW https://smscentre.com/sys/send.php
curl --proxy http://alex:S3CRETPW@proxy:3128 https://smscentre.com/sys/send.php
curl --oauth2-bearer S3CRETPW https://smscentre.com/sys/send.php
curl --oauth2-bearer=S3CRETPW https://smscentre.com/sys/send.php
curl -b sid=S3CRETPW https://smscentre.com/sys/send.php
curl -b 'a=b; sid=S3CRETPW' https://smscentre.com/sys/send.php
curl -bsid=S3CRETPW https://smscentre.com/sys/send.php
curl --cookie sid=S3CRETPW https://smscentre.com/sys/send.php
curl --cookie "sid=S3CRETPW; x=y" https://smscentre.com/sys/send.php
curl --cert client.pem:S3CRETPW https://smscentre.com/sys/send.php
curl -E client.pem:S3CRETPW https://smscentre.com/sys/send.php
curl --pass S3CRETPW https://smscentre.com/sys/send.php
curl --tlspassword S3CRETPW https://smscentre.com/sys/send.php
curl -H 'Authorization: Basic YWxleDpTM0NSRVRQVw==' https://smscentre.com/sys/send.php
curl -H 'Authorization: Bearer S3CRETPW' https://smscentre.com/sys/send.php
curl -H "Authorization: S3CRETPW" https://smscentre.com/sys/send.php
curl -H "authorization:S3CRETPW" https://smscentre.com/sys/send.php
curl -HAuthorization:S3CRETPW https://smscentre.com/sys/send.php
curl -H 'Proxy-Authorization: Negotiate S3CRETPW==' https://smscentre.com/sys/send.php
curl -H 'Cookie: a=b; sid=S3CRETPW' https://smscentre.com/sys/send.php
curl -H 'X-Api-Key: S3CRETPW' https://smscentre.com/sys/send.php
curl -H 'X-Auth-Token: S3CRETPW' https://smscentre.com/sys/send.php
curl --noproxy '*' 'https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW&phones=7&mes=Hello world'
curl -d '{"login":"alex","psw":"S3CRETPW","phones":"7","mes":"Hi"}' https://smscentre.com/rest/send/
curl -d '{"login":"alex","psw":"S3\u0043RETPW","phones":"7"}' https://smscentre.com/rest/send/
curl -d '{"login":"alex","\u0070sw":"S3CRETPW","phones":"7"}' https://smscentre.com/rest/send/
curl -d "{\"login\":\"alex\",\"psw\":\"S3CRETPW\",\"phones\":\"7\"}" https://smscentre.com/rest/send/
curl -d "{\"login\":\"alex\",\"psw\":\"a\\\"S3CRETPW\",\"phones\":\"7\"}" https://smscentre.com/rest/send/
curl --json '{psw: "S3CRETPW"}' https://smscentre.com/rest/send/
curl --json "{'psw': 'S3CRETPW'}" https://smscentre.com/rest/send/
curl -d psw=S3CRETPW -d login=alex https://smscentre.com/sys/send.php
curl -dpsw=S3CRETPW -d login=alex https://smscentre.com/sys/send.php
curl -d 'psw=a S3CRETPW' -d login=alex https://smscentre.com/sys/send.php
curl -d psw='a S3CRETPW' -d login=alex https://smscentre.com/sys/send.php
curl -d psw="a S3CRETPW" -d login=alex https://smscentre.com/sys/send.php
curl -d psw=a'S3CRETPW' -d login=alex https://smscentre.com/sys/send.php
curl -d psw=a'b c'S3CRETPW -d login=alex https://smscentre.com/sys/send.php
curl -d psw=$'a\tS3CRETPW' -d login=alex https://smscentre.com/sys/send.php
curl -d psw=a\ S3CRETPW -d login=alex https://smscentre.com/sys/send.php
curl -d psw\=S3CRETPW -d login=alex https://smscentre.com/sys/send.php
curl -d p\sw=S3CRETPW -d login=alex https://smscentre.com/sys/send.php
curl -d p"s"w=S3CRETPW -d login=alex https://smscentre.com/sys/send.php
curl -d ps''w=S3CRETPW -d login=alex https://smscentre.com/sys/send.php
curl -d "psw"=S3CRETPW -d login=alex https://smscentre.com/sys/send.php
curl -d "psw='S3CRETPW" https://smscentre.com/sys/send.php
curl -d 'psw=S3CRETPW
curl -d psw="S3CRETPW
curl --data-urlencode "psw=S3CRETPW" https://smscentre.com/sys/send.php
curl --data-urlencode psw=S3CRETPW https://smscentre.com/sys/send.php
curl -F psw=S3CRETPW -F login=alex https://smscentre.com/sys/send.php
curl -F 'psw="S3CRETPW"' -F login=alex https://smscentre.com/sys/send.php
curl -F 'psw=S3CRETPW;type=text/plain' -F login=alex https://smscentre.com/sys/send.php
curl --form-string "psw=S3CRETPW" https://smscentre.com/sys/send.php
sudo -u www curl "https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW&phones=7"
# curl "https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW&phones=7"
0 9 * * * curl "https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW&phones=7" >/dev/null
wget --http-user=alex --http-password=S3CRETPW https://smscentre.com/sys/send.php
wget --http-passwd S3CRETPW https://smscentre.com/sys/send.php
wget --password=S3CRETPW https://smscentre.com/sys/send.php
wget --post-data "login=alex&psw=S3CRETPW" https://smscentre.com/sys/send.php
wget --header="Authorization: Basic S3CRETPW" https://smscentre.com/sys/send.php
wget -qO- "https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW&phones=7"
http https://smscentre.com/sys/send.php login==alex psw==S3CRETPW phones==7
http --form POST https://smscentre.com/sys/send.php login=alex psw=S3CRETPW phones=7
http POST smscentre.com/rest/send/ psw:='"S3CRETPW"'
http -a alex:S3CRETPW https://smscentre.com/sys/send.php
http --auth alex:S3CRETPW https://smscentre.com/sys/send.php
http --auth=alex:S3CRETPW https://smscentre.com/sys/send.php
http -A bearer -a S3CRETPW https://smscentre.com/sys/send.php
https smscentre.com/sys/send.php X-Api-Key:S3CRETPW phones=7
xh post smscentre.com/sys/send.php psw=S3CRETPW
Invoke-WebRequest "https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW&phones=7"
Invoke-RestMethod https://smscentre.com/sys/send.php -Body @{login='alex'; psw='S3CRETPW'}
irm https://smscentre.com/sys/send.php -Body @{ login = "alex"; psw = "S3CRETPW" }
irm https://smscentre.com/sys/send.php -Headers @{Authorization = "Basic S3CRETPW"}
irm https://smscentre.com/sys/send.php -Body "login=alex&psw=S3CRETPW"
$psw = "S3CRETPW"
$env:SMSC_PSW = 'S3CRETPW'
$cred = New-Object System.Management.Automation.PSCredential("alex", (ConvertTo-SecureString "S3CRETPW" -AsPlainText -Force))
ConvertTo-SecureString "S3CRETPW" -AsPlainText -Force
Send-MailMessage -Credential "alex","S3CRETPW"
smsc send -Password S3CRETPW
smsc send --password S3CRETPW
smsc send --password=S3CRETPW
smsc send --psw S3CRETPW
smsc send /password:S3CRETPW
set SMSC_PSW=S3CRETPW
set "SMSC_PSW=S3CRETPW"
setx SMSC_PSW S3CRETPW
setx SMSC_PSW "S3CRETPW"
export SMSC_PSW=S3CRETPW
export SMSC_PASSWORD="S3CRETPW"
SMSC_PSW=S3CRETPW curl -s https://smscentre.com/sys/balance.php
SMSC_PSW='a S3CRETPW' ./send.sh
env SMSC_APIKEY=S3CRETPW ./send.sh
docker run -e SMSC_PSW=S3CRETPW image
docker run --env "SMSC_PASS=S3CRETPW" image
ENV SMSC_PSW S3CRETPW
ENV SMSC_PSW=S3CRETPW
psw=${SMSC_PSW:-S3CRETPW}
psw=$(echo S3CRETPW)
echo "alex:S3CRETPW:0:,:0,0,,0:79990000000:Hi" | mail send@send.smsc.ru
alex:S3CRETPW:0:0101120000,3:0,0,Shop,0:79990000000,79990000001:Hi
alex:S3CRETPW:::0:79990000000:Hi
machine smscentre.com login alex password S3CRETPW
nc smscentre.com 80 <<< "GET /sys/send.php?login=alex&psw=S3CRETPW HTTP/1.0"
user = "alex:S3CRETPW"
url = "https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW"
subprocess.run(["curl", "-u", "alex:S3CRETPW", "https://smscentre.com/sys/send.php"])
subprocess.run(["curl", "-d", "psw=S3CRETPW", "https://smscentre.com/sys/send.php"])
subprocess.run(["smsc", "--password", "S3CRETPW"])
ab -A alex:S3CRETPW https://smscentre.com/
""".strip().splitlines()

#: In programs.
PROGRAMS = r"""
requests.post(url, data={"login": "alex", "psw": "S3CRETPW", "phones": "7"})
requests.post(url, data=dict(login="alex", psw="S3CRETPW", phones="7"))
requests.post(url, data=[("login", "alex"), ("psw", "S3CRETPW")])
requests.get(url, auth=("alex", "S3CRETPW"))
requests.get(url, auth=HTTPBasicAuth("alex", "S3CRETPW"))
requests.get(url, headers={"Authorization": "Bearer S3CRETPW"})
requests.get(f"{url}?login=alex&psw=S3CRETPW&phones=7")
psw = "S3CRETPW"
psw = 'S3CRETPW'
requests.get(url + "?login=%s&psw=%s&phones=%s" % ("alex", "S3CRETPW", "7"))
requests.get("{}?login={}&psw={}".format(url, "alex", "S3CRETPW"))
sprintf("login=%s&psw=%s", "alex", "S3CRETPW")
fmt.Sprintf("login=%s&psw=%s", "alex", "S3CRETPW")
"login=alex&psw=" + "S3CRETPW" + "&phones=7"
url = "?login=" & login & "&psw=" & "S3CRETPW"
psw = b"S3CRETPW"
psw = '''S3CRETPW'''
psw = r'S3CRETPW'
psw: str = "S3CRETPW"
PASSWORD = "a" "S3CRETPW"
PASSWORD = "a" + "S3CRETPW"
PASSWORD = "it\"s S3CRETPW"
PASSWORD = 'it''s S3CRETPW'
Login("alex", "S3CRETPW")
Key("S3CRETPW")
client = SMSC('alex', 'S3CRETPW')
server.login("alex", "S3CRETPW")
os.environ["SMSC_PSW"] = "S3CRETPW"
os.environ.get("SMSC_PSW", "S3CRETPW")
os.getenv("SMSC_PSW") or "S3CRETPW"
if psw == "S3CRETPW":
if "S3CRETPW" == psw:
data["psw"] = "S3CRETPW"
self.psw = "S3CRETPW"
$data = ['login' => 'alex', 'psw' => 'S3CRETPW'];
$data = array("login"=>"alex","psw"=>"S3CRETPW");
define("SMSC_PASSWORD", "S3CRETPW");
define('SMSC_PASSWORD','S3CRETPW');
const SMSC_PASSWORD = 'S3CRETPW';
$psw = 'S3CRETPW';
$this->psw = 'S3CRETPW';
$_POST['psw'] = 'S3CRETPW';
curl_setopt($ch, CURLOPT_USERPWD, "alex:S3CRETPW");
curl_setopt($ch, CURLOPT_POSTFIELDS, "login=alex&psw=S3CRETPW");
file_get_contents("https://smscentre.com/sys/send.php?login=alex&psw=" . "S3CRETPW" . "&phones=7");
'auth' => ['alex', 'S3CRETPW']
fetch(url, {body: new URLSearchParams({login: "alex", psw: "S3CRETPW"})})
fetch(url, {headers: {Authorization: `Basic ${btoa("alex:S3CRETPW")}`}})
const psw = `S3CRETPW`;
const psw: string = "S3CRETPW";
form.append("psw", "S3CRETPW");
form.append('psw', 'S3CRETPW');
xhr.setRequestHeader("Authorization", "Bearer S3CRETPW");
axios.get(url, {auth: {username: "alex", password: "S3CRETPW"}})
process.env.SMSC_PSW || "S3CRETPW"
process.env.SMSC_PSW ?? 'S3CRETPW'
localStorage.token = "S3CRETPW"
url.Values{"login": {"alex"}, "psw": {"S3CRETPW"}}
data.Set("psw", "S3CRETPW")
req.SetBasicAuth("alex", "S3CRETPW")
var psw string = "S3CRETPW"
psw := "S3CRETPW"
const psw = "S3CRETPW"
let psw: &str = "S3CRETPW";
.query(&[("login", "alex"), ("psw", "S3CRETPW")])
.basic_auth("alex", Some("S3CRETPW"))
private static final String PSW = "S3CRETPW";
params.put("psw", "S3CRETPW");
new BasicNameValuePair("psw", "S3CRETPW")
new NetworkCredential("alex", "S3CRETPW")
new KeyValuePair<string, string>("psw", "S3CRETPW")
string psw = @"S3CRETPW";
Dim psw As String = "S3CRETPW"
Const Psw = "S3CRETPW"
psw := 'S3CRETPW';
Params.Add('psw=S3CRETPW');
:psw => 'S3CRETPW'
psw: 'S3CRETPW'
http.basic_auth 'alex', 'S3CRETPW'
request.basic_auth("alex", "S3CRETPW")
my $psw = q(S3CRETPW);
psw => 'S3CRETPW',
psw <- "S3CRETPW"
local psw = "S3CRETPW"
data = { psw = "S3CRETPW" }
(def psw "S3CRETPW")
(:psw . "S3CRETPW")
set psw to "S3CRETPW"
set psw {S3CRETPW}
NSString *psw = @"S3CRETPW";
val psw = "S3CRETPW"
"psw" to "S3CRETPW"
{psw, "S3CRETPW"}
[psw: "S3CRETPW"]
HTTPRequest.SetCredentials("alex", "S3CRETPW", 0);
HTTPRequest = New HTTPRequest; Connection = New HTTPConnection("smscentre.com", , "alex", "S3CRETPW");
Пароль = "S3CRETPW";
СМС.УстановитьПароль("S3CRETPW");
CREATE USER alex IDENTIFIED BY PASSWORD 'S3CRETPW';
ALTER USER alex WITH PASSWORD 'S3CRETPW';
UPDATE users SET psw = 'S3CRETPW' WHERE login = 'alex';
""".strip().splitlines()

#: In settings and data of one line.
DATA = r"""
{"psw": "S3CRETPW"}
{"psw":"S3CRETPW","login":"alex"}
{"psw" : "S3CRETPW" }
{'psw': 'S3CRETPW'}
{psw: 'S3CRETPW'}
{psw: S3CRETPW}
{login: alex, psw: S3CRETPW, phones: 7}
{"psw": ["S3CRETPW"]}
{"psw": {"value": "S3CRETPW"}}
{"\u0070\u0073\u0077": "S3CRETPW"}
{"p\u0073w": "S3CRETPW"}
{\"psw\": \"S3CRETPW\"}
{\\\"psw\\\": \\\"S3CRETPW\\\"}
{&quot;psw&quot;:&quot;S3CRETPW&quot;}
{&#34;psw&#34;:&#34;S3CRETPW&#34;}
%7B%22psw%22%3A%22S3CRETPW%22%7D
%257B%2522psw%2522%253A%2522S3CRETPW%2522%257D
{“psw”: “S3CRETPW”}
{«psw»: «S3CRETPW»}
{"psw"："S3CRETPW"}
{"name": "psw", "value": "S3CRETPW"}
{"key": "psw", "type": "text", "value": "S3CRETPW"}
{"value": "S3CRETPW", "name": "psw"}
{"headers": [{"name": "Authorization", "value": "Basic S3CRETPW"}]}
{"Authorization": "S3CRETPW"}
{"auth": ["alex", "S3CRETPW"]}
{"url": "https:\/\/smscentre.com\/sys\/send.php?login=alex\u0026psw=S3CRETPW\u0026phones=7"}
{"body": "{\"psw\": \"S3CRETPW\"}"}
{"body": "login=alex&psw=S3CRETPW"}
{"psw": "S3CRETPW
{"psw": "S3CRETPW, "phones": "7"}
["psw", "S3CRETPW"]
[["login", "alex"], ["psw", "S3CRETPW"]]
psw: S3CRETPW
psw: "S3CRETPW"
psw : S3CRETPW
psw: a S3CRETPW
psw: a, S3CRETPW
psw: a: S3CRETPW
psw: !!str S3CRETPW
- psw: S3CRETPW
  - {name: psw, value: S3CRETPW}
psw = S3CRETPW
psw = a S3CRETPW
psw = "S3CRETPW"
psw=S3CRETPW
PSW=S3CRETPW
SMSC_PSW=S3CRETPW
SMSC_PSW="S3CRETPW"
SMSC_PASSWORD='S3CRETPW'
SMSC_PASS=S3CRETPW
SMSC_KEY=S3CRETPW
SMSC_APIKEY=S3CRETPW
SMSC_API_TOKEN=S3CRETPW
smsc.password=S3CRETPW
smsc.psw = S3CRETPW
smscPassword=S3CRETPW
smscPass=S3CRETPW
clientSecret=S3CRETPW
<psw>S3CRETPW</psw>
<psw type="text">S3CRETPW</psw>
<PSW> S3CRETPW </PSW>
<ns:psw>S3CRETPW</ns:psw>
<psw><![CDATA[S3CRETPW]]></psw>
<psw><![CDATA[a<S3CRETPW]]></psw>
<psw>a&lt;S3CRETPW</psw>
<psw value="S3CRETPW"/>
<param name="psw">S3CRETPW</param>
<param name='psw'>S3CRETPW</param>
<param name="psw" value="S3CRETPW"/>
<param value="S3CRETPW" name="psw"/>
<add key="psw" value="S3CRETPW" />
<input type="password" name="psw" value="S3CRETPW">
<input value="S3CRETPW" name=psw>
<member><name>psw</name><value><string>S3CRETPW</string></value></member>
<key>psw</key><string>S3CRETPW</string>
<tr><td>psw</td><td>S3CRETPW</td></tr>
<request login="alex" psw="S3CRETPW"/>
<request login='alex' psw='S3CRETPW' />
&lt;psw&gt;S3CRETPW&lt;/psw&gt;
\u003cpsw\u003eS3CRETPW\u003c/psw\u003e
| psw | S3CRETPW |
|psw|S3CRETPW|
**Password:** S3CRETPW
`psw=S3CRETPW`
Authorization: Basic YWxleDpTM0NSRVRQVw==
Authorization: Basic S3CRETPW
Authorization: Bearer S3CRETPW
Authorization: Digest username="alex", response="S3CRETPW"
authorization:S3CRETPW
Proxy-Authorization: Basic S3CRETPW
Cookie: PHPSESSID=S3CRETPW; a=b
Set-Cookie: sid=S3CRETPW; Path=/; HttpOnly
X-Api-Key: S3CRETPW
X-API-KEY:S3CRETPW
X-Auth-Token: S3CRETPW
Api-Key: S3CRETPW
auth: YWxleDpTM0NSRVRQVw==
value: YWxleDpTM0NSRVRQVw==
eyJhbGciOiJIUzI1NiJ9.eyJwc3ciOiJTM0NSRVRQVyJ9.S3CRETPWS3CRETPW
bG9naW49YWxleCZwc3c9UzNDUkVUUFcmcGhvbmVzPTc=
""".strip().splitlines()

#: In sentences.
SENTENCES = """
password: S3CRETPW
Password: S3CRETPW
password - S3CRETPW
password — S3CRETPW
password S3CRETPW
the password is S3CRETPW
the password is "S3CRETPW"
login: alex, password: S3CRETPW, phones: 7
login: alex password: S3CRETPW
login alex psw S3CRETPW
psw S3CRETPW
token S3CRETPW
my token: S3CRETPW
key: S3CRETPW
key=S3CRETPW
secret: S3CRETPW
pass: S3CRETPW
пароль: S3CRETPW
Пароль: S3CRETPW
ПАРОЛЬ: S3CRETPW
пароль S3CRETPW
пароль - S3CRETPW
пароль — S3CRETPW
пароль=S3CRETPW
пароль для входа: S3CRETPW
ключ: S3CRETPW
ключ=S3CRETPW
токен: S3CRETPW
секрет: S3CRETPW
логин alex, пароль S3CRETPW
login: alex / password: S3CRETPW
# password: S3CRETPW
// psw: S3CRETPW
<!-- psw: S3CRETPW -->
/* psw=S3CRETPW */
REM psw=S3CRETPW
parol: S3CRETPW
passwort: S3CRETPW
mot de passe: S3CRETPW
contraseña: S3CRETPW
密码：S3CRETPW
""".strip().splitlines()

#: Of several lines.
LONGER = {
    "a form's body on lines": "login=alex&\npsw=S3CRETPW&\nphones=7",
    "an address on lines": "https://smscentre.com/sys/send.php\n  ?login=alex\n  &psw=S3CRETPW\n  &phones=7",
    "a broken value": "https://smscentre.com/sys/send.php?login=alex&psw=S3C\nS3CRETPW&phones=7",
    "a continued command": "curl https://smscentre.com/sys/send.php \\\n  -d login=alex \\\n  -d psw=S3CRETPW \\\n  -d phones=7",
    "a continued value": "curl -d psw=a\\\nS3CRETPW https://smscentre.com/sys/send.php",
    "a continued name": "curl -d p\\\nsw=S3CRETPW https://smscentre.com/sys/send.php",
    "cmd": 'curl ^"https://smscentre.com/sys/send.php^?login=alex^&psw=S3CRETPW^&phones=7^" ^\n  -H ^"accept: */*^"',
    "cmd, JSON": 'curl ^"https://smscentre.com/rest/send/^" ^\n  --data-raw ^"^{^\\^"psw^\\^":^\\^"S3CRETPW^\\^"^}^"',
    "cmd, continued": "curl -d psw=a^\nS3CRETPW https://smscentre.com/",
    "PowerShell": '$body = @{\n  login = "alex"\n  psw   = "S3CRETPW"\n}',
    "PowerShell, continued": "irm https://smscentre.com/ `\n -Body @{psw=`\n'S3CRETPW'}",
    "PowerShell's escapes": 'irm -Body "{`"psw`":`"S3CRETPW`"}"',
    "an HTTP message": "POST /sys/send.php HTTP/1.1\r\nHost: smscentre.com\r\nAuthorization: Basic S3CRETPW\r\n\r\nlogin=alex&psw=S3CRETPW",
    "a folded header": "GET / HTTP/1.1\r\nAuthorization: Basic\r\n  S3CRETPW\r\nHost: smscentre.com\r\n\r\n",
    "a folded header's end": "GET / HTTP/1.1\r\nAuthorization: Digest a=b,\r\n\tresponse=S3CRETPW\r\nHost: x\r\n\r\n",
    "a multipart body": '--b\r\nContent-Disposition: form-data; name="psw"\r\n\r\nS3CRETPW\r\n--b--\r\n',
    "a multipart body with a type": '--b\nContent-Disposition: form-data; name="psw"\nContent-Type: text/plain\n\nS3CRETPW\n--b--',
    "a multipart body without quotes": "--b\nContent-Disposition: form-data; name=psw\n\nS3CRETPW\n--b--",
    "a multipart body of two lines": '--b\nContent-Disposition: form-data; name="psw"\n\na\nS3CRETPW\n--b--',
    "a multipart body in a command": "curl --data-raw $'------W\\r\\nContent-Disposition: form-data; name=\"psw\"\\r\\n\\r\\nS3CRETPW\\r\\n------W--\\r\\n' https://smscentre.com/",
    "a multipart body in JSON": '{"body": "--b\\r\\nContent-Disposition: form-data; name=\\"psw\\"\\r\\n\\r\\nS3CRETPW\\r\\n--b--"}',
    "YAML": "smsc:\n  login: alex\n  psw: S3CRETPW\n  host: x",
    "YAML, below": "psw:\n  S3CRETPW\nlogin: alex",
    "YAML, a list": "psw:\n  - S3CRETPW\n",
    "YAML, a block": "psw: |\n  a\n  S3CRETPW\nlogin: alex",
    "YAML, folded": "psw: >-\n  a\n  S3CRETPW\n",
    "YAML, two lines": "psw: a\n  S3CRETPW\nlogin: alex",
    "YAML, deep": "secret:\n  stringData:\n    x: S3CRETPW\n",
    "Kubernetes": "env:\n  - name: SMSC_PSW\n    value: S3CRETPW\n",
    "Kubernetes, quoted": "env:\n- name: SMSC_PSW\n  value: \"S3CRETPW\"\n- name: A\n  value: b\n",
    "Compose": "environment:\n  - SMSC_PSW=S3CRETPW\n  - A=b\n",
    "TOML": '[smsc]\nlogin = "alex"\npsw = "S3CRETPW"\n',
    "TOML, many lines": 'psw = """\nS3CRETPW"""\n',
    "INI": "[smsc]\nlogin=alex\npsw=S3CRETPW\n",
    ".env": "SMSC_LOGIN=alex\nSMSC_PSW=S3CRETPW\nSMSC_HOST=x\n",
    "JSON": '{\n  "login": "alex",\n  "psw": "S3CRETPW",\n  "phones": "7"\n}',
    "JSON, below": '{\n  "psw":\n    "S3CRETPW"\n}',
    "JSON, names and values": '{\n "name": "psw",\n "value": "S3CRETPW"\n}',
    "JSON without a quote": '{\n  "psw": "S3CRETPW,\n  "phones": "7"\n}',
    "XML": "<request>\n  <psw>\n    S3CRETPW\n  </psw>\n</request>",
    "XML, names and values": "<param>\n  <name>psw</name>\n  <value>S3CRETPW</value>\n</param>",
    "Python": 'send(\n    login="alex",\n    psw="S3CRETPW",\n)',
    "Python, pieces": 'send(\n    psw="a"\n        "S3CRETPW",\n)',
    "Python, many lines": 'psw = """a\nS3CRETPW\n"""',
    "JavaScript": "const body = {\n  psw:\n    'S3CRETPW',\n};",
    "arguments": 'define(\n    "SMSC_PASSWORD",\n    "S3CRETPW"\n);',
    "a quotation over lines": "psw='a\nS3CRETPW'\nlogin=alex",
    "a key": "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nS3CRETPW\n-----END RSA PRIVATE KEY-----\n",
    "netrc": "machine smscentre.com\n  login alex\n  password S3CRETPW\n",
    "a page": "Login\nalex\nPassword\nS3CRETPW\n",
    "a page with colons": "Login:\nalex\nPassword:\nS3CRETPW\n",
    "a mail": "To: send@send.smsc.ru\r\nSubject:\r\n\r\nalex:S3CRETPW:0:,:0,0,,0:79990000000:Hi\r\n",
    "a mail, quoted-printable": "Content-Transfer-Encoding: quoted-printable\n\nalex:S3CR=\nETPW:0:,:0,0,,0:79990000000:=D0=9F\nS3CRETPW",
    "a form, quoted-printable": "login=3Dalex&psw=3DS3CRETPW&phones=3D7",
    "a mail, base64": "Content-Transfer-Encoding: base64\n\nYWxleDpTM0NSRVRQVzowOiw6MCwwLCwwOjc5OTkwMDAwMDAwOkhp\n",
    "said twice": "psw=S3CRETPW&mes=Hi\nWe use S3CRETPW here, and xS3CRETPWx there",
    "said before": "# it was S3CRETPW\npsw=S3CRETPW",
    "said in another encoding": "psw=S3CRETPW\n# %53%33CRETPW, and S3CRETPW",
    "a header's key said again": "Authorization: Basic YWxleDpTM0NSRVRQVw==\n# that is alex with S3CRETPW",
    "a table": "| login | psw |\n|-------|-----|\n| alex | S3CRETPW |\n",
    "CSV": "login,psw,phones\nalex,S3CRETPW,79990000000\n",
    "CSV of semicolons": "login;psw;phones\nalex;S3CRETPW;79990000000\nbob;S3CRETPW;7\n",
    "columns": "login\tpsw\tphones\nalex\tS3CRETPW\t79990000000\n",
    "quoted CSV": '"login","psw"\n"alex","S3CRETPW"\n',
}  # fmt: skip

FORMS: dict[str, str] = {
    **{line: line for lines in (REQUESTS, COMMANDS, PROGRAMS, DATA, SENTENCES) for line in lines},
    **LONGER,
}
