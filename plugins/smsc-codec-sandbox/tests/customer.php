<?php
// A customer's PHP script: asks as such scripts do, takes the reply apart by PHP's own means, and prints it as JSON.
//
//     php customer.php ADDRESS GET|POST ENDPOINT PARAMETERS-AS-JSON

[, $address, $method, $endpoint, $json] = $argv;
$parameters = json_decode($json, true);
$body = http_build_query($parameters + ["login" => "alex", "psw" => "123", "charset" => "utf-8"]);
$url = "$address/sys/$endpoint.php";
$http = ["timeout" => 20, "ignore_errors" => true];
if ($method === "POST") {
    $http += ["method" => "POST", "header" => "Content-Type: application/x-www-form-urlencoded", "content" => $body];
    $text = file_get_contents($url, false, stream_context_create(["http" => $http]));
} else {
    $text = file_get_contents("$url?$body", false, stream_context_create(["http" => $http]));
}

function words(string $text): array
{
    if (preg_match('/^ERROR = (\d+) \(([^)]*)\)(?:, ID - (\S+))?$/', $text, $found)) {
        return ["error" => (int) $found[1], "id" => $found[3] ?? null];
    }
    if (preg_match('/^([\d.]+) \((\d+) SMS\)$/', $text, $found)) {
        return ["cost" => $found[1], "cnt" => (int) $found[2]];
    }
    if (preg_match('/^OK - (\d+) SMS, ID - ([^,]+)(?:, COST - ([\d.]+))?(?:, BALANCE - ([\d.]+))?$/', $text, $found)) {
        return ["cnt" => (int) $found[1], "id" => $found[2], "cost" => $found[3] ?? null, "balance" => $found[4] ?? null];
    }
    if (preg_match('/^(-?[\d.]+)(?: ([A-Z]+))?$/', $text, $found)) {
        return ["balance" => $found[1], "currency" => $found[2] ?? null];
    }
    $rows = [];
    foreach (explode("\n", $text) as $line) {
        preg_match_all('/(?:^|, )(\w+) = (.*?)(?=, \w+ = |$)/', $line, $found);
        $rows[] = array_combine(array_map("strtolower", $found[1]), $found[2]);
    }
    return $rows;
}

// Fields by comma; of several messages a row a line. A row of an HLR request has its mark where others have a text.
function numbers(string $text, array $parameters): array
{
    $all = (int) ($parameters["all"] ?? 0);
    $rows = [];
    foreach (strpos($parameters["id"] ?? "", ",") ? explode("\n", $text) : [$text] as $line) {
        $fields = explode(",", $line);
        $mark = $all === 1 ? 14 : 17;
        if ($all && ($fields[$mark] ?? "") !== "HLR") {
            $fields = explode(",", $line, $all === 1 ? 9 : 12);
        }
        $rows[] = $fields;
    }
    return strpos($parameters["id"] ?? "", ",") ? $rows : $rows[0];
}

function elements(string $text): array
{
    preg_match_all('~<(\w+)>([^<]*)</\1>~', $text, $found, PREG_SET_ORDER);
    $rows = [[]];
    foreach ($found as [, $name, $value]) {
        if (isset($rows[count($rows) - 1][$name])) {
            $rows[] = [];
        }
        $rows[count($rows) - 1][$name] = html_entity_decode($value, ENT_QUOTES | ENT_XML1);
    }
    return count($rows) > 1 ? $rows : $rows[0];
}

$text = rtrim($text, "\r\n");
$fmt = (int) ($parameters["fmt"] ?? 0);
$read = [
    fn() => words($text), fn() => numbers($text, $parameters), fn() => elements($text), fn() => json_decode($text, true),
][$fmt]();
echo json_encode(["text" => $text, "read" => $read], JSON_THROW_ON_ERROR), "\n";
