"""More ways to write `S3CRETPW` down, by the tool that reads it: what other tables of this folder do not have."""

# ruff: noqa: E501

from __future__ import annotations

#: Shells, and what is called from them.
SHELLS = r"""
curl --user alex:S3CRETPW@corp https://smscentre.com/sys/send.php
curl --user 'alex':'S3CRETPW' https://smscentre.com/sys/send.php
curl --user alex:$'S3CRETPW' https://smscentre.com/sys/send.php
curl -s -u alex:S3CRETPW --json @body.json https://smscentre.com/rest/send/
curl -su 'alex:it'\''s S3CRETPW' https://smscentre.com/sys/send.php
curl -u "alex:a\"S3CRETPW" https://smscentre.com/sys/send.php
curl -u alex\:S3CRETPW https://smscentre.com/sys/send.php
curl -u alex%3AS3CRETPW https://smscentre.com/sys/send.php
curl "-u" "alex:S3CRETPW" https://smscentre.com/sys/send.php
curl '-u' 'alex:S3CRETPW' https://smscentre.com/sys/send.php
curl "--user" "alex:S3CRETPW" https://smscentre.com/sys/send.php
curl -x alex:S3CRETPW@proxy:3128 https://smscentre.com/sys/send.php
curl --proxy "alex:S3CRETPW@proxy.example.org:3128" https://smscentre.com/sys/send.php
curl --socks5 alex:S3CRETPW@127.0.0.1:1080 https://smscentre.com/sys/send.php
curl --preproxy socks5://alex:S3CRETPW@proxy https://smscentre.com/sys/send.php
curl --login-options AUTH=PLAIN --user alex:S3CRETPW smtp://send.smsc.ru
curl --proxy-pass S3CRETPW https://smscentre.com/sys/send.php
curl --proxy-tlspassword S3CRETPW https://smscentre.com/sys/send.php
curl --aws-sigv4 aws:amz -u AKIA:S3CRETPW https://smscentre.com/sys/send.php
curl --proxy-header "Proxy-Authorization: Basic S3CRETPW" https://smscentre.com/
curl --header @- https://smscentre.com/ <<< "Authorization: Bearer S3CRETPW"
curl -G -d login=alex -d "psw=$(cat /run/secrets/S3CRETPW)" https://smscentre.com/sys/send.php
curl --variable psw=S3CRETPW --expand-url 'https://smscentre.com/?psw={{psw:url}}'
curl --expand-data 'psw={{psw}}' --variable '%psw=S3CRETPW' https://smscentre.com/sys/send.php
curl --url-query psw=S3CRETPW --url-query login=alex https://smscentre.com/sys/send.php
curl --url-query "+psw=S3CRETPW" https://smscentre.com/sys/send.php
curl --data-binary $'login=alex\x26psw=S3CRETPW' https://smscentre.com/sys/send.php
curl --data-raw $'login=alex\u0026psw=S3CRETPW' https://smscentre.com/sys/send.php
curl --data-raw $'login=alex\046psw=S3CRETPW' https://smscentre.com/sys/send.php
curl https://smscentre.com/sys/send.php\?login\=alex\&psw\=S3CRETPW\&phones\=7
curl https://smscentre.com/sys/send.php?login=alex"&"psw=S3CRETPW"&"phones=7
curl 'https://smscentre.com/sys/send.php?login=alex&''psw=''S3CRETPW'
curl "https://smscentre.com/sys/send.php?login=alex&psw="S3CRETPW"&phones=7"
curl "https://smscentre.com/sys/send.php?login=alex&psw=${PSW:-S3CRETPW}&phones=7"
curl "https://smscentre.com/sys/send.php?login=alex&psw=${PSW:=S3CRETPW}&phones=7"
curl "https://smscentre.com/sys/send.php?login=alex&psw=`echo S3CRETPW`&phones=7"
curl "https://smscentre.com/sys/send.php?login=alex&psw=$(echo -n S3CRETPW | md5sum | cut -c1-32)&phones=7"
curl "https://smscentre.com/sys/send.php?$(printf 'login=%s&psw=%s' alex S3CRETPW)"
printf 'login=%s&psw=%s' alex S3CRETPW | curl -d @- https://smscentre.com/sys/send.php
echo -n S3CRETPW | curl -d psw@- https://smscentre.com/sys/send.php
echo "psw=S3CRETPW" | curl -d @- https://smscentre.com/sys/send.php
cat <<< 'login=alex&psw=S3CRETPW' | curl -d @- https://smscentre.com/sys/send.php
PSW='S3CRETPW'; curl -d psw=$PSW https://smscentre.com/sys/send.php
PSW=S3CRETPW && curl -d "psw=$PSW" https://smscentre.com/sys/send.php
readonly SMSC_PSW=S3CRETPW
declare -r SMSC_PSW="S3CRETPW"
declare -A smsc=([login]=alex [psw]=S3CRETPW)
smsc[psw]=S3CRETPW
local psw=S3CRETPW
typeset -x SMSC_PSW=S3CRETPW
set -gx SMSC_PSW S3CRETPW
set -x SMSC_PASSWORD 'S3CRETPW'
setenv SMSC_PSW S3CRETPW
: "${SMSC_PSW:=S3CRETPW}"
PSW=$'S3CRETPW'
PSW=$(echo UzNDUkVUUFc= | base64 -d)
PSW=`echo S3CRETPW`
read -r LOGIN PSW <<< "alex S3CRETPW"
IFS=: read -r login psw <<< "alex:S3CRETPW"
sshpass -p S3CRETPW ssh alex@smscentre.com
sshpass -pS3CRETPW ssh alex@smscentre.com
mysql -u alex -pS3CRETPW smsc
mysql -ualex --password=S3CRETPW smsc
PGPASSWORD=S3CRETPW psql -U alex smsc
MYSQL_PWD=S3CRETPW mysql smsc
redis-cli -a S3CRETPW
openssl enc -aes-256-cbc -k S3CRETPW -in a
openssl enc -aes-256-cbc -pass pass:S3CRETPW -in a
gpg --batch --passphrase S3CRETPW -d a.gpg
keyring set smscentre.com alex <<< S3CRETPW
vault kv put secret/smsc psw=S3CRETPW
aws ssm put-parameter --name /smsc/psw --value S3CRETPW
gh secret set SMSC_PSW --body S3CRETPW
gh secret set SMSC_PSW -b "S3CRETPW"
heroku config:set SMSC_PSW=S3CRETPW
kubectl create secret generic smsc --from-literal=psw=S3CRETPW
kubectl create secret generic smsc --from-literal psw='S3CRETPW'
helm install smsc . --set smsc.psw=S3CRETPW
helm install smsc . --set-string smsc.auth.password=S3CRETPW
docker login -u alex -p S3CRETPW registry.example.org
docker login --username alex --password S3CRETPW
ansible-playbook site.yml -e "smsc_psw=S3CRETPW"
ansible-playbook site.yml --extra-vars '{"smsc_psw": "S3CRETPW"}'
terraform apply -var smsc_psw=S3CRETPW
terraform apply -var='smsc_psw=S3CRETPW'
swaks --to send@send.smsc.ru --auth-user alex --auth-password S3CRETPW
swaks --to send@send.smsc.ru -au alex -ap S3CRETPW
sendemail -t send@send.smsc.ru -xu alex -xp S3CRETPW
mutt -e 'set smtp_pass="S3CRETPW"'
git clone https://alex:S3CRETPW@git.example.org/smsc.git
git -c http.extraHeader="Authorization: Bearer S3CRETPW" clone https://git.example.org/smsc.git
lynx -auth=alex:S3CRETPW https://smscentre.com/
links "https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW"
wget --user=alex --password='S3CRETPW' https://smscentre.com/sys/send.php
wget --user alex --password "S3CRETPW" https://smscentre.com/sys/send.php
wget --proxy-user=alex --proxy-password=S3CRETPW https://smscentre.com/
wget --body-data='login=alex&psw=S3CRETPW' --method=POST https://smscentre.com/sys/send.php
wget --post-data='{"psw":"S3CRETPW"}' https://smscentre.com/rest/send/
aria2c --http-user=alex --http-passwd=S3CRETPW https://smscentre.com/
http POST smscentre.com/sys/send.php psw=S3CRETPW --form
http -f POST smscentre.com/sys/send.php login=alex psw='S3CRETPW'
http smscentre.com/sys/send.php 'psw==S3CRETPW'
http smscentre.com/rest/send/ 'smsc[psw]=S3CRETPW'
http smscentre.com/rest/send/ smsc[psw]:='"S3CRETPW"'
http smscentre.com/rest/send/ Authorization:'Bearer S3CRETPW'
http smscentre.com/rest/send/ 'Cookie:sid=S3CRETPW'
http -aalex:S3CRETPW smscentre.com/sys/send.php
http --session=a -a 'alex:S3CRETPW' smscentre.com/sys/send.php
http -A bearer -a "S3CRETPW" smscentre.com/rest/send/
http -A digest -a alex:S3CRETPW smscentre.com/rest/send/
https --auth-type=bearer --auth=S3CRETPW smscentre.com/rest/send/
httpie smscentre.com/rest/send/ psw:="\"S3CRETPW\""
hey -a alex:S3CRETPW https://smscentre.com/
hurl --variable psw=S3CRETPW send.hurl
siege -H "Authorization: Basic S3CRETPW" https://smscentre.com/
newman run c.json --env-var "psw=S3CRETPW"
Invoke-RestMethod -Uri https://smscentre.com/sys/send.php -Body @{ login = 'alex'; 'psw' = 'S3CRETPW' }
Invoke-RestMethod https://smscentre.com/rest/send/ -Body (@{psw="S3CRETPW"} | ConvertTo-Json)
Invoke-RestMethod https://smscentre.com/rest/send/ -Headers @{'X-Api-Key'='S3CRETPW'}
Invoke-RestMethod https://smscentre.com/rest/send/ -Token (ConvertTo-SecureString S3CRETPW -AsPlainText -Force)
Invoke-RestMethod -Uri "https://smscentre.com/sys/send.php?login=alex`&psw=S3CRETPW"
Invoke-RestMethod -Uri ('https://smscentre.com/sys/send.php?login={0}&psw={1}' -f 'alex', 'S3CRETPW')
$body['psw'] = 'S3CRETPW'
$body.psw = "S3CRETPW"
$body.Add("psw", "S3CRETPW")
[System.Environment]::SetEnvironmentVariable("SMSC_PSW", "S3CRETPW", "User")
[Environment]::SetEnvironmentVariable('SMSC_PSW','S3CRETPW')
New-Object Net.NetworkCredential('alex', 'S3CRETPW')
[Net.NetworkCredential]::new("alex", "S3CRETPW")
$wc.Credentials = New-Object System.Net.NetworkCredential("alex","S3CRETPW")
Set-Variable -Name psw -Value 'S3CRETPW'
Set-Item -Path Env:SMSC_PSW -Value S3CRETPW
New-Item -Path Env:\SMSC_PSW -Value "S3CRETPW"
cmdkey /add:smscentre.com /user:alex /pass:S3CRETPW
net use \\smsc\share /user:alex S3CRETPW
schtasks /create /ru alex /rp S3CRETPW /tn send
set /p SMSC_PSW=<S3CRETPW
SET SMSC_PSW = S3CRETPW
bitsadmin /SetCredentials job SERVER BASIC alex S3CRETPW
""".strip().splitlines()

#: Programs of other languages, and their libraries.
PROGRAMS = r"""
httpx.get(url, params={"login": "alex", "psw": "S3CRETPW"})
httpx.Client(auth=httpx.BasicAuth(username="alex", password="S3CRETPW"))
requests.Session().auth = ("alex", "S3CRETPW")
s.auth = 'alex', 'S3CRETPW'
aiohttp.BasicAuth("alex", password="S3CRETPW")
aiohttp.BasicAuth('alex', 'S3CRETPW')
urlencode({'login': 'alex', 'psw': 'S3CRETPW'})
urlencode([('login', 'alex'), ('psw', 'S3CRETPW')])
params.update(psw="S3CRETPW")
params |= {"psw": "S3CRETPW"}
params.setdefault("psw", "S3CRETPW")
Template("psw=$psw").substitute(psw="S3CRETPW")
"login={login}&psw={psw}".format(login="alex", psw="S3CRETPW")
"login=%(login)s&psw=%(psw)s" % {"login": "alex", "psw": "S3CRETPW"}
"psw={0}".format("S3CRETPW")
'psw=%s' % 'S3CRETPW'
parser.add_argument("--psw", default="S3CRETPW")
parser.add_argument('--password', help='the password', default='S3CRETPW')
@click.option("--psw", envvar="SMSC_PSW", default="S3CRETPW")
psw: str = Field(default="S3CRETPW")
psw: str = field(default = 'S3CRETPW')
psw: Final[str] = "S3CRETPW"
psw = SecretStr("S3CRETPW")
PSW = os.environ.get('SMSC_PSW') if x else 'S3CRETPW'
psw = config.get("smsc", "psw", fallback="S3CRETPW")
psw = getattr(settings, "SMSC_PSW", "S3CRETPW")
psw = env("SMSC_PSW", default="S3CRETPW")
psw = env.str("SMSC_PSW", "S3CRETPW")
psw = ("S3CRETPW")
psw = "".join(["S3C", "S3CRETPW"])
psw = base64.b64decode("UzNDUkVUUFc=")
psw = b64decode(b"UzNDUkVUUFc=").decode()
login, psw = "alex", "S3CRETPW"
(login, psw) = ("alex", "S3CRETPW")
LOGIN, PASSWORD = 'alex', 'S3CRETPW'
lambda psw="S3CRETPW": send(psw)
def send(login="alex", psw="S3CRETPW", phones=()):
def send(login: str = "alex", psw: str = "S3CRETPW") -> None:
assert psw == 'S3CRETPW'
monkeypatch.setenv("SMSC_PSW", "S3CRETPW")
with mock.patch.dict(os.environ, {"SMSC_PSW": "S3CRETPW"}):
smsc_api.SMSC(login="alex", password="S3CRETPW")
keyring.set_password("smsc", "alex", "S3CRETPW")
logging.info("login %s, psw %s", "alex", "S3CRETPW")
curl_setopt($ch, CURLOPT_USERPWD, 'alex' . ':' . 'S3CRETPW');
curl_setopt($ch, CURLOPT_PASSWORD, 'S3CRETPW');
curl_setopt($ch, CURLOPT_HTTPHEADER, ['Authorization: Bearer S3CRETPW']);
curl_setopt($ch, CURLOPT_POSTFIELDS, ['login' => 'alex', 'psw' => 'S3CRETPW']);
curl_setopt($ch, CURLOPT_COOKIE, 'sid=S3CRETPW');
http_build_query(['psw' => 'S3CRETPW', 'login' => 'alex'])
$client->request('POST', $url, ['form_params' => ['psw' => 'S3CRETPW']]);
$client->request('GET', $url, ['auth' => ['alex', 'S3CRETPW', 'digest']]);
Http::withBasicAuth('alex', 'S3CRETPW')->get($url);
Http::withToken('S3CRETPW')->post($url);
$psw = getenv('SMSC_PSW') ?: 'S3CRETPW';
$psw = $_ENV['SMSC_PSW'] ?? "S3CRETPW";
'psw' => env('SMSC_PSW', 'S3CRETPW'),
public string $psw = 'S3CRETPW';
private $password='S3CRETPW';
static $psw = "S3CRETPW";
putenv("SMSC_PSW=S3CRETPW");
list($login, $psw) = ['alex', 'S3CRETPW'];
[$login, $psw] = explode(':', 'alex:S3CRETPW');
function send($login = 'alex', $psw = 'S3CRETPW') {}
$smsc = new SMSC(login: 'alex', password: 'S3CRETPW');
$xml->addChild('psw', 'S3CRETPW');
echo "<psw>" . "S3CRETPW" . "</psw>";
define ( 'SMSC_PASSWORD' , "S3CRETPW" ) ;
fetch(`${url}?login=alex&psw=${"S3CRETPW"}`)
fetch(url + '?psw=' + encodeURIComponent('S3CRETPW'))
fetch(url, {method: 'POST', body: JSON.stringify({psw: 'S3CRETPW'})})
fetch(url, {headers: {'Authorization': 'Basic ' + btoa('alex:S3CRETPW')}})
fetch(url, {headers: {'Authorization': 'Basic ' + Buffer.from('alex:S3CRETPW').toString('base64')}})
fetch(url, {headers: new Headers([['authorization', 'Bearer S3CRETPW']])})
axios.post(url, null, {params: {login: 'alex', psw: 'S3CRETPW'}})
axios.defaults.headers.common['Authorization'] = 'S3CRETPW';
$.ajax({url: url, data: {login: 'alex', psw: 'S3CRETPW'}})
$.post(url, {psw:'S3CRETPW'})
xhr.open('GET', url, true, 'alex', 'S3CRETPW');
xhr.send('login=alex&psw=S3CRETPW');
document.cookie = "sid=S3CRETPW; path=/";
url.searchParams.set('psw', 'S3CRETPW');
url.searchParams.append("psw","S3CRETPW")
url.password = 'S3CRETPW';
sessionStorage.setItem('token', 'S3CRETPW');
const {psw = 'S3CRETPW'} = options;
const [login, psw] = ['alex', 'S3CRETPW'];
let psw = process.env.SMSC_PSW; psw ||= 'S3CRETPW';
psw ??= "S3CRETPW"
module.exports = {psw: "S3CRETPW"}
export const PSW = 'S3CRETPW' as const;
export const psw = <string>"S3CRETPW";
constructor(private psw = 'S3CRETPW') {}
get psw() { return 'S3CRETPW' }
http.Get("https://smscentre.com/sys/send.php?psw=" + url.QueryEscape("S3CRETPW"))
url.UserPassword("alex", "S3CRETPW")
req.Header.Set("Authorization", "Bearer S3CRETPW")
req.Header.Add("X-Api-Key", "S3CRETPW")
v.Add("psw", `S3CRETPW`)
Config{Login: "alex", Psw: "S3CRETPW"}
&smsc.Client{Login: "alex", Password: `S3CRETPW`}
const ( login = "alex"; psw = "S3CRETPW" )
smtp.PlainAuth("", "alex", "S3CRETPW", "send.smsc.ru")
flag.String("psw", "S3CRETPW", "password")
flag.StringVar(&psw, "psw", "S3CRETPW", "password")
os.Setenv("SMSC_PSW", "S3CRETPW")
viper.SetDefault("smsc.psw", "S3CRETPW")
client.basicAuth("alex", "S3CRETPW")
new UsernamePasswordCredentials("alex", "S3CRETPW".toCharArray())
new PasswordAuthentication("alex", "S3CRETPW".toCharArray());
Credentials.basic("alex", "S3CRETPW")
Map.of("login", "alex", "psw", "S3CRETPW")
mapOf("login" to "alex", "psw" to "S3CRETPW")
headers.setBasicAuth("alex", "S3CRETPW");
headers.setBearerAuth("S3CRETPW");
builder.addParameter("psw", "S3CRETPW")
.formParam("psw", "S3CRETPW")
.queryParam("psw", "S3CRETPW")
.addQueryParameter("psw", "S3CRETPW")
@Value("${smsc.psw:S3CRETPW}")
System.setProperty("smsc.psw", "S3CRETPW");
private String password = "S3CRETPW";
char psw[] = "S3CRETPW";
char *psw = "S3CRETPW";
static const char* const kPassword = "S3CRETPW";
#define SMSC_PSW "S3CRETPW"
#define SMSC_PASSWORD ("S3CRETPW")
curl_easy_setopt(curl, CURLOPT_USERPWD, "alex:S3CRETPW");
curl_easy_setopt(curl, CURLOPT_PASSWORD, "S3CRETPW");
std::string psw{"S3CRETPW"};
std::string psw("S3CRETPW");
QUrlQuery q; q.addQueryItem("psw", "S3CRETPW");
var client = new SmscClient { Login = "alex", Password = "S3CRETPW" };
new AuthenticationHeaderValue("Bearer", "S3CRETPW")
{ "psw", "S3CRETPW" },
["psw"] = "S3CRETPW",
public const string Psw = "S3CRETPW";
string Password { get; set; } = "S3CRETPW";
nvc["psw"] = "S3CRETPW";
Net::HTTP.post_form(uri, 'psw' => 'S3CRETPW')
RestClient.get url, {params: {psw: 'S3CRETPW'}}
Faraday.new { |c| c.request :authorization, :basic, 'alex', 'S3CRETPW' }
ENV['SMSC_PSW'] ||= 'S3CRETPW'
ENV.fetch("SMSC_PSW", "S3CRETPW")
ENV.fetch('SMSC_PSW') { 'S3CRETPW' }
attr_psw = %q(S3CRETPW)
my %h = (login => 'alex', psw => "S3CRETPW");
$ua->credentials('smscentre.com:443', '', 'alex', 'S3CRETPW');
$req->authorization_basic('alex', 'S3CRETPW');
use constant PSW => 'S3CRETPW';
let psw = String::from("S3CRETPW");
let psw = "S3CRETPW".to_string();
const PSW: &str = "S3CRETPW";
.bearer_auth("S3CRETPW")
.header("X-Api-Key", "S3CRETPW")
Psw: "S3CRETPW".into(),
let psw: String? = "S3CRETPW"
URLQueryItem(name: "psw", value: "S3CRETPW")
val psw by lazy { "S3CRETPW" }
Dim psw: psw = "S3CRETPW"
http.Open "GET", url, False, "alex", "S3CRETPW"
http.setRequestHeader "Authorization", "Basic S3CRETPW"
psw$ = "S3CRETPW"
IdHTTP1.Request.Password := 'S3CRETPW';
Params.Values['psw'] := 'S3CRETPW';
Соединение = Новый HTTPСоединение("smscentre.com", 443, "alex", "S3CRETPW");
Заголовки.Вставить("Authorization", "Basic S3CRETPW");
Параметры.Вставить("psw", "S3CRETPW");
ПарольСМС = "S3CRETPW";
Структура = Новый Структура("login, psw", "alex", "S3CRETPW");
psw='S3CRETPW' %>% paste0("psw=", .)
httr::authenticate("alex", "S3CRETPW")
Sys.setenv(SMSC_PSW = "S3CRETPW")
os.putenv("SMSC_PSW","S3CRETPW")
config :smsc, psw: "S3CRETPW"
-define(PSW, "S3CRETPW").
(setq smsc-psw "S3CRETPW")
(def ^:private psw "S3CRETPW")
{:psw "S3CRETPW"}
INSERT INTO users (login, psw) VALUES ('alex', 'S3CRETPW');
INSERT INTO `users`(`login`,`password`) VALUES('alex','S3CRETPW')
UPDATE users SET login='alex', password='S3CRETPW'
SELECT * FROM users WHERE login = 'alex' AND psw = 'S3CRETPW'
CREATE USER 'alex'@'%' IDENTIFIED BY 'S3CRETPW';
CREATE LOGIN alex WITH PASSWORD = N'S3CRETPW';
GRANT ALL ON smsc.* TO 'alex'@'%' IDENTIFIED BY 'S3CRETPW';
SET PASSWORD FOR 'alex' = PASSWORD('S3CRETPW');
""".strip().splitlines()

#: Settings, addresses and records.
DATA = r"""
postgres://alex:S3CRETPW@db:5432/smsc?sslmode=disable
DATABASE_URL=postgres://alex:S3CRETPW@db/smsc
mysql+pymysql://alex:S3CRETPW@db/smsc
amqp://alex:S3CRETPW@mq//
redis://:S3CRETPW@redis:6379/0
ftp://alex:S3CRETPW@ftp.example.org/
smtps://alex%40shop.example:S3CRETPW@send.smsc.ru:465
https://alex:S3CRETPW%40home@smscentre.com/sys/send.php
https://alex:S3CRETPW@[::1]:8025/sys/send.php
//alex:S3CRETPW@smscentre.com/sys/send.php
https%3A%2F%2Falex%3AS3CRETPW%40smscentre.com%2Fsys%2Fsend.php
https:\/\/alex:S3CRETPW@smscentre.com\/sys\/send.php
https://smscentre.com/sys/send.php?login=alex&amp;psw=S3CRETPW
https://smscentre.com/sys/send.php?login=alex&ampamp;psw=S3CRETPW
https://smscentre.com/sys/send.php?login=alex&#x26;psw=S3CRETPW
https://smscentre.com/sys/send.php?login=alex&#038;psw=S3CRETPW
https://smscentre.com/sys/send.php?login=alex&AMP;psw=S3CRETPW
https://smscentre.com/sys/send.php?login=alex%26amp%3Bpsw%3DS3CRETPW
https://smscentre.com/sys/send.php?login=alex%2526amp%253Bpsw%253DS3CRETPW
https://smscentre.com/sys/send.php?login=alex%26psw=S3CRETPW
https://smscentre.com/sys/send.php?login=alex%u0026psw%u003DS3CRETPW
https://smscentre.com/sys/send.php?login=alex|psw=S3CRETPW
https://smscentre.com/sys/send.php#login=alex&psw=S3CRETPW
https://smscentre.com/sys/send.php/login/alex/psw/S3CRETPW
https://smscentre.com/sys/send.php?login:alex&psw:S3CRETPW
https://smscentre.com/sys/send.php?LOGIN=alex&PSW=S3CRETPW
https://smscentre.com/sys/send.php?login=alex&Password=S3CRETPW
https://smscentre.com/sys/send.php?login=alex&psw%20=S3CRETPW
https://smscentre.com/sys/send.php?login=alex&psw=%20S3CRETPW
https://smscentre.com/sys/send.php?login=alex&psw=%00S3CRETPW
https://smscentre.com/sys/send.php?login=alex&psw=a%0AS3CRETPW
https://smscentre.com/sys/send.php?login=alex&psw=a%2526S3CRETPW
https://smscentre.com/sys/send.php?login=alex&psw=%D0%BFS3CRETPW
https://smscentre.com/sys/send.php?login=alex&psw=%EFS3CRETPW
https://smscentre.com/sys/send.php?login=alex&psw=паS3CRETPW&phones=7
{"login":"alex","psw":"S3CRETPW"}{"login":"alex"}
{"request":{"auth":{"login":"alex","psw":"S3CRETPW"}}}
{"credentials":"alex:S3CRETPW"}
{"credentials":{"user":"alex","pass":"S3CRETPW"}}
{"auth":{"alex":"S3CRETPW"}}
{"auths":{"smscentre.com":{"auth":"YWxleDpTM0NSRVRQVw=="}}}
{"body":"{\"a\":\"{\\\"psw\\\":\\\"S3CRETPW\\\"}\"}"}
{"body":"<psw>S3CRETPW<\/psw>"}
{"body":"<param name=\"psw\">S3CRETPW</param>"}
{"xml":"\u003Cpsw\u003ES3CRETPW\u003C/psw\u003E"}
{"query":[{"key":"login","value":"alex"},{"key":"psw","value":"S3CRETPW"}]}
{"postData":{"params":[{"name":"psw","value":"S3CRETPW"}]}}
{"postData":{"text":"login=alex&psw=S3CRETPW"}}
{"cookies":[{"name":"sid","value":"S3CRETPW","httpOnly":true}]}
{"type":"password","value":"S3CRETPW"}
{"psw" :\t"S3CRETPW"}
{ psw : "S3CRETPW" , login : "alex" }
{"psw":null,"password":"S3CRETPW"}
{"psw":"\u0053\u0033CRETPW"}
{"psw":{"$secret":"S3CRETPW"}}
{"psw"="S3CRETPW"}
{"psw"=>"S3CRETPW"}
{'psw':u'S3CRETPW'}
{b'psw': b'S3CRETPW'}
OrderedDict([('login', 'alex'), ('psw', 'S3CRETPW')])
MultiDict([('psw', 'S3CRETPW')])
Send(login='alex', psw='S3CRETPW', phones=['7'])
a:2:{s:5:"login";s:4:"alex";s:3:"psw";s:8:"S3CRETPW";}
array(2) { ["login"]=> string(4) "alex" ["psw"]=> string(8) "S3CRETPW" }
Array ( [login] => alex [psw] => S3CRETPW )
#<Request login="alex" psw="S3CRETPW">
map[login:alex psw:S3CRETPW]
{Login:alex Psw:S3CRETPW}
Request{login=alex, psw=S3CRETPW, phones=7}
psw: 'S3CRETPW' # of the shop
psw: &psw S3CRETPW
psw: !secret S3CRETPW
? psw : S3CRETPW
"psw": S3CRETPW
- 'psw=S3CRETPW'
- {psw: "S3CRETPW"}
- name: SMSC_PSW value: S3CRETPW
psw = 'S3CRETPW' ; of the shop
psw := S3CRETPW
psw ?= S3CRETPW
psw += S3CRETPW
psw\=S3CRETPW
psw\:S3CRETPW
psw "S3CRETPW";
psw 'S3CRETPW'
proxy_set_header Authorization "Basic S3CRETPW";
fastcgi_param SMSC_PSW S3CRETPW;
SetEnv SMSC_PSW S3CRETPW
env[SMSC_PSW] = S3CRETPW
Environment=SMSC_PSW=S3CRETPW
Environment="SMSC_LOGIN=alex" "SMSC_PSW=S3CRETPW"
DefaultEnvironment='SMSC_PSW=S3CRETPW'
passwd: S3CRETPW
pass S3CRETPW1
pw=S3CRETPW
pw: S3CRETPW
user_pass="S3CRETPW"
dbPassword=S3CRETPW
spring.datasource.password=S3CRETPW
smsc.api.key=S3CRETPW
smsc_api_id=S3CRETPW
SMSC__PSW=S3CRETPW
SMSC-PSW: S3CRETPW
Smsc:Psw=S3CRETPW
REACT_APP_SMSC_PSW=S3CRETPW
machine smscentre.com login alex password "S3CRETPW"
machine smscentre.com password S3CRETPW login alex
default login alex password S3CRETPW
db:5432:smsc:alex:S3CRETPW
alex:$apr1$S3CRETPW$abcdefghijklmnopqrstuv
[smtp] user=alex pass=S3CRETPW host=send.smsc.ru
Server=db;Database=smsc;User Id=alex;Password=S3CRETPW;
Data Source=db;uid=alex;pwd=S3CRETPW
host=db user=alex password=S3CRETPW dbname=smsc
DefaultEndpointsProtocol=https;AccountKey=S3CRETPW==;EndpointSuffix=x
<auth><login>alex</login><password>S3CRETPW</password></auth>
<request><security login="alex" password="S3CRETPW"/></request>
<login value="alex" /><password value="S3CRETPW" />
<psw xsi:type="xsd:string">S3CRETPW</psw>
<wsse:Password Type="PasswordText">S3CRETPW</wsse:Password>
<setting name="psw" serializeAs="String"><value>S3CRETPW</value></setting>
<entry key="psw">S3CRETPW</entry>
<property name="password" value="S3CRETPW"/>
<env name="SMSC_PSW" value="S3CRETPW" force="true"/>
<stringProp name="Argument.name">psw</stringProp><stringProp name="Argument.value">S3CRETPW</stringProp>
<string name="psw">S3CRETPW</string>
<input name="psw" type="hidden" value='S3CRETPW'/>
<input type=hidden name=psw value=S3CRETPW>
<form action="?psw=S3CRETPW">
<a href="https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW">send</a>
<a href='/sys/send.php?login=alex&amp;psw=S3CRETPW'>send</a>
<meta name="api-key" content="S3CRETPW">
<!ENTITY psw "S3CRETPW">
<?php $psw="S3CRETPW"; ?>
&lt;param name=&quot;psw&quot;&gt;S3CRETPW&lt;/param&gt;
&lt;psw&gt;&lt;![CDATA[S3CRETPW]]&gt;&lt;/psw&gt;
<td>psw</td><td><code>S3CRETPW</code></td>
<b>Password:</b> S3CRETPW
<li>password: <code>S3CRETPW</code></li>
- **psw**: `S3CRETPW`
- `psw`: `S3CRETPW`
* psw — `S3CRETPW`
[psw]: S3CRETPW
![x](https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW)
[send](https://alex:S3CRETPW@smscentre.com/)
Authorization: Basic YWxleDpTM0NSRVRQVw
authorization: basic YWxleDpTM0NSRVRQVw==
AUTHORIZATION: BASIC YWxleDpTM0NSRVRQVw==
Authorization = Basic YWxleDpTM0NSRVRQVw==
Authorization: Token S3CRETPW
Authorization: Token token="S3CRETPW"
Authorization: ApiKey alex:S3CRETPW
Authorization: alex:S3CRETPW
"Authorization": "Basic YWxleDpTM0NSRVRQVw=="
-H "Authorization:Basic YWxleDpTM0NSRVRQVw=="
HTTP_AUTHORIZATION=Basic YWxleDpTM0NSRVRQVw==
Basic YWxleDpTM0NSRVRQVw==
AUTH PLAIN AGFsZXgAUzNDUkVUUFc=
AUTH LOGIN YWxleA== UzNDUkVUUFc=
> Authorization: Basic YWxleDpTM0NSRVRQVw==
< Set-Cookie: PHPSESSID=S3CRETPW; path=/
Cookie: sid="S3CRETPW"
cookie: a=b;sid=S3CRETPW
Cookie2: S3CRETPW
X-Token: S3CRETPW
X-Secret: S3CRETPW
X-Smsc-Psw: S3CRETPW
WWW-Authenticate: Basic realm="x", token="S3CRETPW"
USER alex PASS S3CRETPW
PASS S3CRETPW
pass S3CRETPW
10.0.0.1 - alex [28/Nov/2026:10:00:00 +0300] "GET /sys/send.php?login=alex&psw=S3CRETPW&phones=7 HTTP/1.1" 200 5
Referer: https://smscentre.com/sys/send.php?login=alex&psw=S3CRETPW
level=info msg="send" login=alex psw=S3CRETPW
level=info msg="GET /sys/send.php?psw=S3CRETPW"
{"level":"info","msg":"sent with psw=S3CRETPW"}
DEBUG:urllib3:"GET /sys/send.php?login=alex&psw=S3CRETPW HTTP/1.1" 200
send: b'POST /sys/send.php HTTP/1.1\r\nHost: x\r\n\r\nlogin=alex&psw=S3CRETPW'
set-cookie: token=S3CRETPW
p=S3CRETPW&login=alex&psw=S3CRETPW
login=alex&psw1=S3CRETPW
login=alex&psw.x=S3CRETPW
login=alex&smsc_psw=S3CRETPW
login=alex&smscPsw=S3CRETPW
login=alex&user[password]=S3CRETPW
login=alex&user%5Bpassword%5D=S3CRETPW
login=alex&psw[0][]=S3CRETPW
login=alex&psw\u003dS3CRETPW
login=alex&psw\x3dS3CRETPW
login=alex&p\u0073w=S3CRETPW
login=alex&psw&#61;S3CRETPW
login=alex&psw&equals;S3CRETPW
login=alex&psw=3DS3CRETPW
login=alex&psw%253DS3CRETPW
login=alex&ｐａｓｓｗｏｒｄ=S3CRETPW
login=alex&PАSSWORD=S3CRETPW
login=alex&раssword=S3CRETPW
login=alex\npsw=S3CRETPW\nphones=7
login=alex\\npsw=S3CRETPW
login=alex\tpsw=S3CRETPW\tphones=7
login=alex psw=S3CRETPW phones=7
login=alex/psw=S3CRETPW/phones=7
login:alex;psw:S3CRETPW;phones:7
login:alex,psw:S3CRETPW
login -> alex, psw -> S3CRETPW
(login=alex)(psw=S3CRETPW)
<login=alex><psw=S3CRETPW>
""".strip().splitlines()

#: Of several lines.
LONGER = {
    "curl, a configuration": 'url = "https://smscentre.com/sys/send.php"\nuser alex:S3CRETPW\ndata = "phones=7"\n',
    "curl, a configuration with a dash": '-u "alex:S3CRETPW"\n--url "https://smscentre.com/sys/send.php"\n',
    "curl, a colon in it": 'user: "alex:S3CRETPW"\nurl: https://smscentre.com/\n',
    "curl, on lines": "curl \\\n  --user \\\n  alex:S3CRETPW \\\n  https://smscentre.com/sys/send.php",
    "curl, broken in a name": "curl 'https://smscentre.com/sys/send.php?login=alex&\npsw\n=S3CRETPW'",
    "curl, a here document": "curl -d @- https://smscentre.com/sys/send.php <<EOF\nlogin=alex&psw=S3CRETPW\nEOF\n",
    "curl, JSON in a here document": 'curl -d @- https://smscentre.com/rest/send/ <<\'EOF\'\n{\n  "psw": "S3CRETPW"\n}\nEOF\n',
    "curl, JSON over lines": "curl https://smscentre.com/rest/send/ --json '{\n  \"login\": \"alex\",\n  \"psw\":\n  \"S3CRETPW\"}'",
    "curl, cmd's own": 'curl "https://smscentre.com/sys/send.php" ^\n  -u "alex:S3CRETPW" ^\n  -d "phones=7"',
    "curl, cmd's percent": "curl -d psw=a%%S3CRETPW ^\r\n https://smscentre.com/sys/send.php",
    "curl, PowerShell": 'curl.exe "https://smscentre.com/sys/send.php" `\n  -u "alex:S3CRETPW" `\n  -d "phones=7"',
    "curl, fish": "curl https://smscentre.com/sys/send.php \\\n  -d (string join '&' login=alex psw=S3CRETPW)",
    "curl, an array": 'args=(\n  -u\n  alex:S3CRETPW\n)\ncurl "${args[@]}" https://smscentre.com/',
    "curl, verbose": "> GET /sys/send.php HTTP/1.1\n> Host: smscentre.com\n> Authorization: Basic YWxleDpTM0NSRVRQVw==\n",
    "wget, a configuration": "http_user = alex\nhttp_password = S3CRETPW\n",
    "HTTPie, on lines": "http POST smscentre.com/sys/send.php \\\n  login=alex \\\n  psw=S3CRETPW",
    "PowerShell, a here text": "$body = @'\nlogin=alex&psw=S3CRETPW\n'@",
    "PowerShell, JSON in a here text": '$body = @"\n{ "psw": "S3CRETPW" }\n"@',
    "PowerShell, splatted": "$p = @{\n  Uri = 'https://smscentre.com/rest/send/'\n  Headers = @{\n    Authorization = 'Bearer S3CRETPW'\n  }\n}",
    "PowerShell, a credential": "$pw = ConvertTo-SecureString `\n  -String 'S3CRETPW' `\n  -AsPlainText -Force",
    "VBScript": 'body = "login=alex" & _\n  "&psw=S3CRETPW" & _\n  "&phones=7"',
    "Python, a dictionary": 'data = {\n    "login": "alex",\n    "psw":\n        "S3CRETPW",\n}',
    "Python, implied": 'url = (\n    "https://smscentre.com/sys/send.php"\n    "?login=alex"\n    "&psw="\n    "S3CRETPW"\n)',
    "Python, in brackets": 'psw = (\n    "S3CRETPW"\n)\n',
    "Python, pairs": 'data = [\n    ("login", "alex"),\n    (\n        "psw",\n        "S3CRETPW",\n    ),\n]',
    "Python, a tuple for auth": 'requests.get(\n    url,\n    auth=(\n        "alex",\n        "S3CRETPW",\n    ),\n)',
    "Python, a function's arguments": 'client = HTTPBasicAuth(\n    "alex",\n    "S3CRETPW",\n)',
    "Python, shlex": 'cmd = ["curl",\n       "-u",\n       "alex:S3CRETPW",\n       url]',
    "Python, options": 'cmd = [\n    "smsc",\n    "--password",\n    "S3CRETPW",\n]',
    "Python, a dataclass": 'class Settings:\n    login: str = "alex"\n    psw: str = (\n        "S3CRETPW"\n    )\n',
    "Python, a traceback": "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    send(login='alex', psw='S3CRETPW')\nTypeError: no\n",
    "PHP": "$data = [\n    'login' => 'alex',\n    'psw' =>\n        'S3CRETPW',\n];",
    "PHP, a heredoc": "$body = <<<EOT\nlogin=alex&psw=S3CRETPW\nEOT;",
    "PHP, XML in a heredoc": "$body = <<<XML\n<auth>\n  <psw>S3CRETPW</psw>\n</auth>\nXML;",
    "PHP, print_r": "Array\n(\n    [login] => alex\n    [psw] => S3CRETPW\n)\n",
    "PHP, var_dump": 'array(1) {\n  ["psw"]=>\n  string(8) "S3CRETPW"\n}\n',
    "PHP, var_export": "array (\n  'psw' => 'S3CRETPW',\n)",
    "Go, a struct": 'Config{\n\tLogin: "alex",\n\tPsw:   "S3CRETPW",\n}',
    "Go, a raw text": "body := `{\n  \"psw\": \"S3CRETPW\"\n}`",
    "JavaScript, a template": "const body = `\nlogin=alex\n&psw=S3CRETPW\n`;",
    "JavaScript, joined": "const q = ['login=alex',\n  'psw=S3CRETPW'].join('&');",
    "Java": 'params.put(\n    "psw",\n    "S3CRETPW");',
    "Java, a text block": 'String body = """\n    {"psw": "S3CRETPW"}\n    """;',
    "C#": 'var data = new Dictionary<string, string>\n{\n    { "login", "alex" },\n    { "psw", "S3CRETPW" },\n};',
    "C": 'curl_easy_setopt(curl, CURLOPT_POSTFIELDS,\n    "login=alex"\n    "&psw=S3CRETPW");',
    "1C": 'СтрокаЗапроса = "login=alex"\n  + "&psw=" + "S3CRETPW"\n  + "&phones=7";',
    "1C, a text over lines": 'Тело = "login=alex\n|psw=S3CRETPW\n|phones=7";',
    "SQL": "INSERT INTO users (login, psw)\nVALUES\n  ('alex', 'S3CRETPW');",
    "YAML, anchors": "defaults: &d\n  login: alex\n  psw: &p S3CRETPW\n",
    "YAML, quoted over lines": 'psw: "a\n  S3CRETPW"\nlogin: alex\n',
    "YAML, a tag": "psw: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  S3CRETPW\n",
    "YAML, a flow": "smsc: {\n  login: alex,\n  psw: S3CRETPW\n}\n",
    "YAML, a question": "? psw\n: S3CRETPW\n",
    "YAML, base64": "data:\n  psw: UzNDUkVUUFc=\n",
    "Kubernetes, a literal": "args:\n  - --psw\n  - S3CRETPW\n",
    "Compose, a map": "environment:\n  SMSC_PSW: S3CRETPW\n  A: b\n",
    "Compose, a command": 'command: ["smsc", "--psw", "S3CRETPW"]\n',
    "GitHub Actions": "    - run: ./send\n      env:\n        SMSC_PSW: S3CRETPW\n",
    "GitLab": "variables:\n  SMSC_PSW:\n    value: S3CRETPW\n    description: x\n",
    "Terraform": 'variable "smsc_psw" {\n  type = string\n  default = "S3CRETPW"\n}\n',
    "Terraform, values": 'smsc_psw = "S3CRETPW"\nsmsc_login = "alex"\n',
    "Terraform, a heredoc": "psw = <<EOT\nS3CRETPW\nEOT\n",
    "Dockerfile": "ARG SMSC_PSW=S3CRETPW\nRUN ./send\n",
    "Dockerfile, continued": "ENV SMSC_LOGIN=alex \\\n    SMSC_PSW=S3CRETPW\n",
    "make": "SMSC_PSW := S3CRETPW\nexport SMSC_PSW\n",
    ".env, exported": "export SMSC_LOGIN=alex\nexport SMSC_PSW='S3CRETPW' # mine\n",
    ".env, over lines": 'SMSC_PSW="a\nS3CRETPW"\nA=b\n',
    "INI, a colon": "[smsc]\nlogin: alex\npsw: S3CRETPW\n",
    "INI, continued": "[smsc]\npsw = a\n  S3CRETPW\n",
    "INI, a section": "[password]\nvalue = S3CRETPW\n",
    "properties, continued": "smsc.psw=a\\\n  S3CRETPW\n",
    "TOML, a table": '[smsc.auth]\npassword = """\\\n  S3CRETPW"""\n',
    "TOML, inline": 'smsc = { login = "alex", psw = "S3CRETPW" }\n',
    "systemd": "[Service]\nEnvironment=SMSC_LOGIN=alex SMSC_PSW=S3CRETPW\nExecStart=/bin/send\n",
    ".netrc, on lines": "machine\nsmscentre.com\nlogin\nalex\npassword\nS3CRETPW\n",
    ".netrc, the password first": "machine smscentre.com\n  password S3CRETPW\n  login alex\n",
    ".pgpass": "# mine\ndb:5432:smsc:alex:S3CRETPW\n",
    ".htpasswd": "alex:$apr1$S3CRETPW$abc\nbob:$2y$10$S3CRETPWabcdefgh\n",
    ".npmrc": "//registry.example.org/:_authToken=S3CRETPW\n",
    ".pypirc": "[smsc]\nusername = alex\npassword = S3CRETPW\n",
    "XML, attributes on lines": '<request\n  login="alex"\n  psw="S3CRETPW"\n/>',
    "XML, a broken tag": "<psw\n>S3CRETPW</psw\n>",
    "XML, CDATA on lines": "<psw>\n<![CDATA[\nS3CRETPW\n]]>\n</psw>",
    "XML, a struct": "<struct><member><name>psw</name>\n<value><string>S3CRETPW</string></value></member></struct>",
    "XML, a dictionary": "<dict>\n  <key>psw</key>\n  <string>S3CRETPW</string>\n</dict>",
    "XML, .NET": '<appSettings>\n  <add value="S3CRETPW"\n       key="SmscPassword" />\n</appSettings>',
    "XML, Maven": "<server>\n  <id>smsc</id>\n  <username>alex</username>\n  <password>S3CRETPW</password>\n</server>",
    "HTML, a form": '<form>\n<label>Password</label>\n<input name="p" type="password"\n value="S3CRETPW">\n</form>',
    "HTML, a table": "<tr>\n  <td>Password</td>\n  <td>S3CRETPW</td>\n</tr>",
    "HTML, a definition": "<dl>\n<dt>Password</dt>\n<dd>S3CRETPW</dd>\n</dl>",
    "Markdown, a table": "| Login | Password |\n| :-- | --: |\n| `alex` | `S3CRETPW` |\n",
    "Markdown, a table of names": "| Name | Value |\n|---|---|\n| psw | S3CRETPW |\n",
    "Markdown, a block": "```sh\nexport SMSC_PSW=S3CRETPW\n```\n",
    "Markdown, a list": "* login: `alex`\n* password: `S3CRETPW`\n",
    "reStructuredText": ":login: alex\n:password: S3CRETPW\n",
    "LDIF": "dn: uid=alex\nuserPassword:: UzNDUkVUUFc=\n",
    "vCard": "BEGIN:VCARD\nN:alex\nX-PASSWORD:S3CRETPW\nEND:VCARD\n",
    "HAR": '{\n "name": "Authorization",\n "comment": "",\n "value": "Basic YWxleDpTM0NSRVRQVw=="\n}',
    "Postman": '{\n "key": "password",\n "value": "S3CRETPW",\n "type": "string"\n}',
    "Postman, the value first": '{\n "type": "string",\n "value": "S3CRETPW",\n "key": "password"\n}',
    "Insomnia": '{\n "authentication": {\n  "type": "basic",\n  "username": "alex",\n  "password": "S3CRETPW"\n }\n}',
    ".http": "### send\nPOST https://smscentre.com/sys/send.php\nContent-Type: application/x-www-form-urlencoded\n\nlogin=alex\n&psw=S3CRETPW\n",
    ".http, basic": "GET https://smscentre.com/sys/send.php\nAuthorization: Basic alex:S3CRETPW\n",
    ".http, basic with a blank": "GET https://smscentre.com/sys/send.php\nAuthorization: Basic alex S3CRETPW\n",
    ".http, a variable": "@psw = S3CRETPW\nGET https://smscentre.com/sys/send.php?psw={{psw}}\n",
    "hurl": "POST https://smscentre.com/sys/send.php\n[FormParams]\nlogin: alex\npsw: S3CRETPW\n",
    "hurl, basic": "GET https://smscentre.com/sys/send.php\n[BasicAuth]\nalex: S3CRETPW\n",
    "multipart, other case": '--b\r\ncontent-disposition: form-data; NAME="PSW"\r\n\r\nS3CRETPW\r\n--b--\r\n',
    "multipart, other order": '--b\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name="psw"; filename="a"\r\n\r\nS3CRETPW\r\n--b--\r\n',
    "multipart, single quotes": "--b\r\nContent-Disposition: form-data; name='psw'\r\n\r\nS3CRETPW\r\n--b--\r\n",
    "multipart, a length": '--b\r\nContent-Disposition: form-data; name="psw"\r\nContent-Length: 8\r\n\r\nS3CRETPW\r\n--b--\r\n',
    "multipart, broken line ends": '--b\rContent-Disposition: form-data; name="psw"\r\rS3CRETPW\r--b--\r',
    "multipart, base64": '--b\nContent-Disposition: form-data; name="psw"\nContent-Transfer-Encoding: base64\n\nUzNDUkVUUFc=\n--b--\n',
    "HTTP, a chunked body": "POST /sys/send.php HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n17\r\nlogin=alex&psw=S3CRETPW\r\n0\r\n\r\n",
    "HTTP, line ends of one sign": "GET / HTTP/1.1\rAuthorization: Basic S3CRETPW\rHost: x\r\r",
    "HTTP, a folded cookie": "GET / HTTP/1.1\r\nCookie: a=b;\r\n sid=S3CRETPW\r\nHost: x\r\n\r\n",
    "HTTP/2": ":method: GET\n:path: /sys/send.php?login=alex&psw=S3CRETPW\nauthorization: Basic S3CRETPW\n",
    "SMTP": "AUTH LOGIN\n334 VXNlcm5hbWU6\nYWxleA==\n334 UGFzc3dvcmQ6\nUzNDUkVUUFc=\n235 OK\n",
    "SMTP, plain": "AUTH PLAIN\n334\nAGFsZXgAUzNDUkVUUFc=\n235 OK\n",
    "a mail with a name": "From: a@b.com\nTo: send@send.smsc.ru\n\nalex:S3CRETPW:12:0101120000,3:1,0,Shop:79990000000:Hello\nworld\n",
    "a chat": "what is the password?\nS3CRETPW\n",
    "a letter": "Login: alex\nPassword: S3CRETPW\nSite: https://smscentre.com\n",
    "a Russian letter": "Логин: alex\nПароль: S3CRETPW\nСайт: https://smscentre.com\n",
    "a Russian letter below": "Ваш пароль:\n\nS3CRETPW\n",
    "a diff": "--- a/.env\n+++ b/.env\n-SMSC_PSW=S3CRETPW\n+SMSC_PSW=new1S3CRETPW\n",
    "a shell's trace": "+ psw=S3CRETPW\n+ curl -d psw=S3CRETPW https://smscentre.com/\n",
    "a shell's history": "  501  export SMSC_PSW=S3CRETPW\n  502  ls\n",
    "tabs": "psw\t=\tS3CRETPW\nlogin\t=\talex\n",
    "tabs alone": "psw\tS3CRETPW\nlogin\talex\n",
    "aligned": "login      alex\npsw        S3CRETPW\n",
    "CSV, the password first": "psw,login\nS3CRETPW,alex\n",
    "CSV, blanks": "login, psw, phones\nalex, S3CRETPW, 79990000000\n",
    "CSV, Russian": "логин;пароль;телефон\nalex;S3CRETPW;79990000000\n",
    "CSV, a pair a line": "login;alex\npsw;S3CRETPW\n",
    "CSV, a pair a line with commas": "login,alex\npsw,S3CRETPW\n",
    "CSV, quoted pairs": '"login","alex"\n"psw","S3CRETPW"\n',
    "JSON lines": '{"psw": "S3CRETPW"}\n{"psw": "S3CRETPW2"}\n',
    "JSON5": "{\n  // mine\n  psw: 'S3CRETPW',\n}",
    "JSON with a comment": '{\n  "psw": /* mine */ "S3CRETPW"\n}',
    "JSON, an array over lines": '["psw",\n "S3CRETPW"]',
    "UTF-16's octets": "\ufeff" + "\0".join("psw=S3CRETPW") + "\0\n",
    "octets urlencoded in UTF-16": "psw%00=%00S%003%00C%00R%00E%00T%00P%00W%00&x=psw%3DS3CRETPW",
}  # fmt: skip

TOOLS: dict[str, str] = {**{line: line for lines in (SHELLS, PROGRAMS, DATA) for line in lines}, **LONGER}
