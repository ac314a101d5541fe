import { showText } from '../../../lib/core/text';
import type { Value } from '../../../lib/core/value';
import type { AgentConfig } from '../../../lib/model/capacity/agent-config';
import { modelOf } from '../../support/model';

const ecsImage = '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}';

/** The agent's configuration that the user data comes to. `userData` is YAML; a block of text is laid under `Fn::Sub`. */
function configOf(userData: string, image = ecsImage, metadata = ''): AgentConfig {
  const indented = userData.split('\n').map(line => `            ${line}`).join('\n');
  const property = /^!|^\{/.test(userData) ? userData : `\n          Fn::Base64: !Sub |\n${indented}`;
  const [template] = modelOf(`
Parameters: { Given: { Type: String }, Extra: { Type: String } }
Conditions: { Open: !Equals [!Ref Given, yes] }
Resources:
  Cluster: { Type: AWS::ECS::Cluster }
  Template:
    Type: AWS::EC2::LaunchTemplate
${metadata}
    Properties:
      LaunchTemplateData:
        ImageId: '${image}'
        UserData: ${property}
`).launchTemplates;
  if (!template) throw new Error('no launch template');
  return template.agentConfig;
}

function show(value: Value<string>): string {
  const text = showText(value);
  return value.state === 'absent' ? 'absent' : /^(?:\$\{\?\})+$/.test(text) ? 'unknown' : text;
}

describe('ECS_CLUSTER', () => {
  test.each([
    ['echo', 'echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config', 'shop'],
    ['echo of a reference', 'echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config', '${Cluster}'],
    ['echo of a part and a reference', 'echo "ECS_CLUSTER=shop-${Given}" >> /etc/ecs/ecs.config', 'shop-${Given}'],
    ['echo within quotes and with a space behind', 'echo "ECS_CLUSTER=${Cluster} " >> /etc/ecs/ecs.config;', '${Cluster}'],
    ['a value within quotes', `echo 'ECS_CLUSTER="shop"' >> /etc/ecs/ecs.config`, 'shop'],
    ['echo -e of several lines', String.raw`echo -e "ECS_LOGLEVEL=info\nECS_CLUSTER=shop\n" > /etc/ecs/ecs.config`, 'shop'],
    ['echo of a text over several lines', 'echo "ECS_LOGLEVEL=info\nECS_CLUSTER=shop" > /etc/ecs/ecs.config', 'shop'],
    ['printf', String.raw`printf 'ECS_CLUSTER=%s\n' shop >> /etc/ecs/ecs.config`, 'shop'],
    ['tee', 'echo ECS_CLUSTER=shop | sudo tee -a /etc/ecs/ecs.config > /dev/null', 'shop'],
    ['a here-document', "cat <<'EOF' >> /etc/ecs/ecs.config\nECS_CLUSTER=shop\nECS_LOGLEVEL=info\nEOF", 'shop'],
    ['a here-document with a reference', 'cat > /etc/ecs/ecs.config <<- EOF\n\tECS_CLUSTER=${Cluster}\n\tEOF', '${Cluster}'],
    ['a here-document for tee', 'sudo tee /etc/ecs/ecs.config <<EOF\nECS_CLUSTER=shop\nEOF', 'shop'],
    ['a shell within', `sudo bash -c "echo 'ECS_CLUSTER=shop' >> /etc/ecs/ecs.config"`, 'shop'],
    ['a variable of the script', 'NAME=shop\necho "ECS_CLUSTER=${!NAME}-$NAME" >> /etc/ecs/ecs.config', 'shop-shop'],
    ['a command behind another', 'yum update -y && echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config', 'shop'],
    ['a change of folder', 'cd /etc/ecs; echo ECS_CLUSTER=shop >> ecs.config', 'shop'],
    ['a later assignment', 'echo ECS_CLUSTER=one >> /etc/ecs/ecs.config\necho ECS_CLUSTER=two >> /etc/ecs/ecs.config', 'two'],
    ['a file that is begun anew', 'echo ECS_CLUSTER=one >> /etc/ecs/ecs.config\necho ECS_LOGLEVEL=info > /etc/ecs/ecs.config', 'absent'],
    ['a comment', '# echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config\nyum update -y', 'absent'],
    ['another file', 'echo ECS_CLUSTER=shop >> /etc/environment', 'absent'],
    ['a file of the name elsewhere', 'echo ECS_CLUSTER=shop >> /etc/ecs.config', 'absent'],
    ['an empty name', 'echo ECS_CLUSTER= >> /etc/ecs/ecs.config', 'absent'],
    ['programs of the system alone', 'set -ex\ntrap "exit 1" ERR\nyum install -y amazon-ssm-agent\n/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName}\nsystemctl start docker', 'absent'],
    ['a command whose output is not known', 'echo ECS_CLUSTER=$(curl http://169.254.169.254/latest/meta-data/tags/instance/cluster) >> /etc/ecs/ecs.config', 'unknown'],
    ['a variable that nothing sets, which is empty', 'set -ex\necho ECS_CLUSTER=$NAME >> /etc/ecs/ecs.config', 'absent'],
    ['a variable of the system', 'echo ECS_CLUSTER=$HOSTNAME >> /etc/ecs/ecs.config', 'unknown'],
    ['a variable that a loop sets', 'for NAME in a b; do echo; done\necho ECS_CLUSTER=$NAME >> /etc/ecs/ecs.config', 'unknown'],
    ['a variable that another file may set', '. /etc/environment\necho ECS_CLUSTER=$NAME >> /etc/ecs/ecs.config', 'unknown'],
    ['variables that a command lists', 'export $(cat /etc/environment)\necho ECS_CLUSTER=$NAME >> /etc/ecs/ecs.config', 'unknown'],
    ['an assignment under a condition', 'if [ -f /etc/prod ]; then\n  echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config\nfi', 'unknown'],
    ['a branch that begins the file anew', 'echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config\nif [ -f /etc/prod ]; then echo ECS_LOGLEVEL=info > /etc/ecs/ecs.config; fi', 'shop'],
    ['a download over the file', 'echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config\naws s3 cp s3://${Given}/ecs.config /etc/ecs/ecs.config', 'unknown'],
    ['an edit of the file', 'sed -i s/default/shop/ /etc/ecs/ecs.config', 'unknown'],
    ['a script from elsewhere', 'curl -s https://example.com/install.sh | bash', 'unknown'],
    ['a script from elsewhere beside a plain word', 'echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n./install.sh', 'shop'],
    ['lines from a parameter', 'yum update -y\n${Extra}', 'unknown'],
    ['lines from a parameter in the file', 'cat >> /etc/ecs/ecs.config <<EOF\n${Extra}\nEOF', '${Extra}'],
    ['a variable that doubles', `A=x\n${'A=$A$A\n'.repeat(60)}echo ECS_CLUSTER=$A >> /etc/ecs/ecs.config`, 'unknown'],
    ['braces around several commands', '{\n  echo ECS_CLUSTER=shop\n  echo ECS_LOGLEVEL=info\n} >> /etc/ecs/ecs.config', 'shop'],
    ['parentheses for tee', '(echo ECS_LOGLEVEL=info; echo ECS_CLUSTER=shop) | tee -a /etc/ecs/ecs.config', 'shop'],
    ['braces of which not all is known', '{ echo ECS_CLUSTER=shop; curl http://example.com; } >> /etc/ecs/ecs.config', 'unknown'],
    ['a function that is called', 'join() {\n  local name=$1\n  echo "ECS_CLUSTER=$name-${!2}" >> /etc/ecs/ecs.config\n}\njoin shop web', 'shop-web'],
    ['a function by its keyword', 'function join {\n  echo "ECS_CLUSTER=$1" >> /etc/ecs/ecs.config\n}\njoin shop', 'shop'],
    ['a function that gives its output', 'config() { echo "ECS_CLUSTER=shop"; }\nconfig > /etc/ecs/ecs.config', 'shop'],
    ['a function that is not called', 'join() { echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config; }', 'absent'],
    ['a function that calls itself without end', 'join() { join; join; }\njoin\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config', 'shop'],
    ['a default for a variable that is not set', 'echo ECS_CLUSTER=${!NAME:-shop} >> /etc/ecs/ecs.config', 'shop'],
    ['a default that is not needed', 'NAME=web\necho ECS_CLUSTER=${!NAME:-shop} >> /etc/ecs/ecs.config', 'web'],
    ['a part of a variable', 'NAME=shop.old\necho ECS_CLUSTER=${!NAME%.old} >> /etc/ecs/ecs.config', 'unknown'],
    ['a list', 'NAMES=(shop web)\necho ECS_CLUSTER=$NAMES >> /etc/ecs/ecs.config', 'unknown'],
    ['a variable for the file', 'CONFIG=/etc/ecs/ecs.config\necho ECS_CLUSTER=shop >> "$CONFIG"', 'shop'],
    ['a branch that is taken', 'STAGE=prod\nif [ "$STAGE" = "prod" ]; then echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config; else echo ECS_CLUSTER=other >> /etc/ecs/ecs.config; fi', 'shop'],
    ['a branch that is not taken', 'STAGE=dev\nif [[ $STAGE == prod ]]; then\n  echo ECS_CLUSTER=shop > /etc/ecs/ecs.config\nelif [ -z "$STAGE" ]; then\n  echo ECS_CLUSTER=none > /etc/ecs/ecs.config\nelse\n  echo ECS_CLUSTER=other > /etc/ecs/ecs.config\nfi', 'other'],
    ['a branch that a parameter decides', 'if [ "${Given}" != "" ]; then echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config; fi', 'unknown'],
    ['what follows a comparison that fails', 'STAGE=dev\n[ "$STAGE" = prod ] && echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config', 'absent'],
    ['what follows one that may', 'grep -q ECS_CLUSTER /etc/ecs/ecs.config || echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config', 'shop'],
    ['a file that is copied', "cat > /tmp/ecs.config <<'EOF'\nECS_CLUSTER=shop\nEOF\ncp /tmp/ecs.config /etc/ecs/", 'shop'],
    ['a file that is shown', 'echo ECS_CLUSTER=shop > /tmp/part\ncat /tmp/part >> /etc/ecs/ecs.config', 'shop'],
    ['a file that is not in the user data', 'cp /opt/ecs.config /etc/ecs/ecs.config', 'unknown'],
    ['a copy of the file elsewhere', 'echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config\ncp /etc/ecs/ecs.config /root/', 'shop'],
    ['a script of the user data', "cat > /opt/join.sh <<'EOF'\n#!/bin/bash\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\nEOF\nchmod +x /opt/join.sh\n/opt/join.sh", 'shop'],
    ['very many words that open a block', `${'{ eval '.repeat(9_000)}\necho ECS_CLUSTER=shop > /etc/ecs/ecs.config`, 'shop'],
    ['far more than user data may hold', 'echo ECS_CLUSTER=shop > /etc/ecs/ecs.config\n'.repeat(2_000), 'unknown'],
    ['variables of which each asks for the one before', `${Array.from({ length: 3_000 }, (_, i) => `v${i}=$v${i - 1}x`).join('\n')}\necho ECS_CLUSTER=shop > /etc/ecs/ecs.config`, 'shop'],
    ['files that double', `echo x > a\n${'cat a a > b; cat b b > a\n'.repeat(40)}cat a > /etc/ecs/ecs.config`, 'unknown'],
    ['the environment of the agent\'s container', 'docker run --name ecs-agent --env=ECS_CLUSTER=shop -v /etc/ecs:/etc/ecs amazon/amazon-ecs-agent:latest', 'shop'],
    ['the file of the agent\'s container', 'echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config\ndocker run --env-file=/etc/ecs/ecs.config amazon/amazon-ecs-agent:latest', 'shop'],
    ['a configuration manager', 'ansible-pull -U https://example.com/site.git', 'unknown'],
  ])('by %s', (_, script, expected) => {
    expect(show(configOf(`#!/bin/bash -xe\n${script}`).cluster)).toBe(expected);
  });

  test.each([
    ['a cloud-config that runs commands', '#cloud-config\nbootcmd:\n  - echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\nruncmd:\n  - [yum, update]\n  - [sh, -c, "echo ECS_LOGLEVEL=info >> /etc/ecs/ecs.config"]', '${Cluster}'],
    ['a cloud-config that writes the file', '#cloud-config\nwrite_files:\n  - path: /etc/ecs/ecs.config\n    content: |\n      ECS_CLUSTER=shop', 'shop'],
    ['a cloud-config that writes it encoded', '#cloud-config\nwrite_files:\n  - { path: /etc/ecs/ecs.config, encoding: b64, content: RUNTX0NMVVNURVI9c2hvcA== }', 'shop'],
    ['a cloud-config that runs what it writes', "#cloud-config\nwrite_files:\n  - { path: /opt/join.sh, content: 'echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config' }\nruncmd:\n  - bash /opt/join.sh", 'shop'],
    ['a cloud-config that writes it compressed', '#cloud-config\nwrite_files:\n  - { path: /etc/ecs/ecs.config, encoding: gz+b64, content: H4sIAA }', 'unknown'],
    ['a boothook', '#cloud-boothook\ncloud-init-per once join echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config', 'shop'],
    ['a cloud-config that is none', '#cloud-config\nruncmd: [', 'unknown'],
    ['a multipart message', 'Content-Type: multipart/mixed; boundary="==B=="\nMIME-Version: 1.0\n\n--==B==\nContent-Type: text/cloud-config\n\n#cloud-config\npackages: [jq]\n\n--==B==\nContent-Type: text/x-shellscript\n\n#!/bin/bash\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n--==B==--', 'shop'],
    ['a multipart message that begins with another header', 'Content-Transfer-Encoding: 7bit\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/x-shellscript\n\n#!/bin/bash\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n--B--', 'shop'],
    ['a multipart message without a line between headers and script', 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/x-shellscript; charset="us-ascii"\n#!/bin/bash\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n--B--', 'shop'],
    ['a multipart message whose header says that it is a cloud-config', 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/cloud-config\n\nwrite_files: [{ path: /etc/ecs/ecs.config, content: ECS_CLUSTER=shop }]\n--B--', 'shop'],
    ['a multipart message with a job of Upstart', 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/upstart-job\n\n#upstart-job\nstart on started ecs\n--B--', 'absent'],
    ['a multipart message with an include', 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/x-include-url\n\nhttps://example.com/init\n--B--', 'unknown'],
    ['settings of Bottlerocket', '[settings.host-containers.admin]\nenabled = true\n[settings.ecs]\ncluster = "${Cluster}" # ours', '${Cluster}'],
    ['settings of Bottlerocket without a table', '# ours\nsettings.ecs.cluster = "shop"', 'shop'],
    ['settings of Bottlerocket with keys of many parts', '[settings]\n"ecs" . cluster = "sh\\u006fp"\n[[settings.container-registry.mirrors]]\nregistry = "*"', 'shop'],
    ['settings of Bottlerocket in a table within a line', "[settings]\necs = { cluster = 'sh#op', reserved-memory = 1_024 }", 'sh#op'],
    ['settings of Bottlerocket of which a line is not known', '[settings.ecs]\n${Extra}', '${Extra}'],
    ['settings of Bottlerocket beside such a line', '[settings.ecs]\n${Extra}\ncluster = "shop"', 'shop'],
    ['settings of Bottlerocket that are none', '[settings.ecs]\ncluster = shop web', 'unknown'],
    ['settings of Bottlerocket that go very deep', `[settings.ecs]\nlogging-drivers = ${'['.repeat(50_000)}`, 'unknown'],
    ['settings of Bottlerocket that name none', '[settings.kernel]\nlockdown = "integrity"', 'absent'],
    ['PowerShell', "<powershell>\nImport-Module ECSTools\nInitialize-ECSAgent -Cluster 'shop' -EnableTaskIAMRole\n</powershell>", 'shop'],
    ['PowerShell with a comment', '<powershell>\n# Initialize-ECSAgent -Cluster old\nInitialize-ECSAgent `\n  -Cluster "shop" -EnableTaskENI\n</powershell>', 'shop'],
    ['PowerShell with a variable', '<powershell>\n$name = "shop"\nInitialize-ECSAgent -Cluster $name\n</powershell>', 'shop'],
    ['PowerShell that sets the environment', '<powershell>\n[Environment]::SetEnvironmentVariable("ECS_CLUSTER", "${Cluster}", "Machine")\nInitialize-ECSAgent\n</powershell>', '${Cluster}'],
    ['PowerShell behind another tag', '<persist>true</persist>\n<powershell>\nInitialize-ECSAgent -Cluster shop\n</powershell>', 'shop'],
    ['PowerShell that starts something else', '<powershell>\nC:\\init.ps1\n</powershell>', 'unknown'],
    ['Python', '#!/usr/bin/env python3\nprint(1)', 'unknown'],
    ['Base64 that is written out', "!Sub 'IyEvYmluL2Jhc2gKZWNobyBFQ1NfQ0xVU1RFUj1zaG9wID4+IC9ldGMvZWNzL2Vjcy5jb25maWcK'", 'shop'],
    ['a script without a mark of what it is', 'echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config', 'absent'],
    ['an include', '#include\nhttps://example.com/init', 'unknown'],
    ['a parameter', '!Ref Given', 'unknown'],
    ['nothing', '!Ref AWS::NoValue', 'absent'],
    ['one of two names', "{ 'Fn::Base64': { 'Fn::Join': ['', [\"#!/bin/bash\\necho ECS_CLUSTER=\", { 'Fn::If': [Open, one, two] }, ' >> /etc/ecs/ecs.config']] } }", 'unknown'],
    ['lines that may be there', "{ 'Fn::Base64': { 'Fn::Join': ['', [\"#!/bin/bash\\n\", { 'Fn::If': [Open, \"yum update\\n\", ''] }, 'echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config']] } }", 'shop'],
  ])('by %s', (_, userData, expected) => {
    expect(show(configOf(userData).cluster)).toBe(expected);
  });

  test.each([
    ['a file', '{ files: { /etc/ecs/ecs.config: { content: !Sub "ECS_CLUSTER=${Cluster}" } } }', '${Cluster}'],
    ['a file from a source', '{ files: { /etc/ecs/ecs.config: { source: https://example.com/ecs.config } } }', 'unknown'],
    ['a command', '{ commands: { 01_join: { command: !Sub "echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config" } } }', '${Cluster}'],
    ['commands in the order of their names', '{ commands: { 02: { command: echo ECS_CLUSTER=two > /etc/ecs/ecs.config }, 01: { command: [sh, -c, echo ECS_CLUSTER=one > /etc/ecs/ecs.config] } } }', 'two'],
    ['a command that calls it again', '{ commands: { 01: { command: cfn-init -r Template && echo ECS_CLUSTER=shop > /etc/ecs/ecs.config } } }', 'shop'],
    ['nothing of the kind', '{ packages: { yum: { jq: [] } } }', 'absent'],
  ])('by cfn-init, with %s', (_, config, expected) => {
    const metadata = `    Metadata: { AWS::CloudFormation::Init: { configSets: { default: [config] }, config: ${config} } }`;
    const script = '#!/bin/bash\n/opt/aws/bin/cfn-init -v --stack ${AWS::StackName} --resource Template --region ${AWS::Region}';
    expect(show(configOf(script, ecsImage, metadata).cluster)).toBe(expected);
    expect(show(configOf(script.replace('Template', 'Other'), ecsImage, metadata).cluster)).toBe('unknown');
  });

  test('by cfn-init on Windows', () => {
    const metadata = '    Metadata: { AWS::CloudFormation::Init: { config: { commands: { 1: { command: !Sub "powershell.exe -Command Initialize-ECSAgent -Cluster ${Cluster}" } } } } }';
    expect(show(configOf('<script>\ncfn-init.exe -v -s ${AWS::StackId} -r Template\n</script>', ecsImage, metadata).cluster)).toBe('${Cluster}');
  });

  test('may stand in an image that is not AWS\'s', () => {
    expect(show(configOf('#!/bin/bash\nyum update -y', 'ami-0123456789abcdef0').cluster)).toBe('unknown');
    expect(show(configOf('#!/bin/bash\necho ECS_LOGLEVEL=info >> /etc/ecs/ecs.config', 'ami-0123456789abcdef0').cluster)).toBe('absent');
  });
});

test('the agent\'s other settings are read as the agent reads them', () => {
  const config = configOf(`#!/bin/bash
cat >> /etc/ecs/ecs.config <<'EOF'
ECS_CLUSTER=shop
ECS_RESERVED_MEMORY=256
ECS_AVAILABLE_LOGGING_DRIVERS=["json-file","gelf"]
ECS_INSTANCE_ATTRIBUTES={"stack":"prod","cluster":"\${Cluster}"}
ECS_RESERVED_PORTS=[22, 9100]
ECS_ENABLE_GPU_SUPPORT=true
EOF`);
  expect(config.reservedMemoryMiB).toMatchObject({ value: 256 });
  expect(config.loggingDrivers).toMatchObject({ value: ['json-file', 'gelf'] });
  expect(config.reservedPorts).toMatchObject({ value: [22, 9100] });
  expect(config.reservedUdpPorts).toMatchObject({ state: 'absent' });
  expect(config.gpuSupport).toMatchObject({ value: true });
  expect(config.attributes.state === 'known' ? [...config.attributes.value].map(([name, value]) => `${name}=${show(value)}`) : []).toEqual(['stack=prod', 'cluster=${Cluster}']);
});

test('Bottlerocket has the same settings under other names', () => {
  const config = configOf("[settings.ecs]\nreserved-memory = 300\nallow-privileged-containers = true\nlogging-drivers = [\n  'json-file', # plain\n  'awslogs',\n]\n[settings.ecs.instance-attributes]\nstack = \"prod\"");
  expect(config.reservedMemoryMiB).toMatchObject({ value: 300 });
  expect(config.switched.get('com.amazonaws.ecs.capability.privileged-container')).toMatchObject({ value: true });
  expect(config.loggingDrivers).toMatchObject({ value: ['json-file', 'awslogs'] });
  expect(config.attributes.state === 'known' ? [...config.attributes.value.keys()] : []).toEqual(['stack']);
});

describe('Initialize-ECSAgent switches task interfaces', () => {
  test.each([
    ['on', '-Cluster shop -EnableTaskENI', true],
    ['off', '-Cluster shop -EnableTaskENI:$false', false],
    ['on by a variable of the machine', '-Cluster shop\n[Environment]::SetEnvironmentVariable("ECS_ENABLE_TASK_ENI", $TRUE, "Machine")', true],
    ['not', '-Cluster shop -EnableTaskIAMRole', undefined],
  ])('%s', (_, options, expected) => {
    const set = configOf(`<powershell>\nInitialize-ECSAgent ${options}\n</powershell>`).switched.get('ecs.capability.task-eni');
    expect(set).toMatchObject(expected === undefined ? { state: 'absent' } : { state: 'known', value: expected });
  });

  test('by options that stand in a variable', () => {
    expect(configOf('<powershell>\nInitialize-ECSAgent @options\n</powershell>').switched.get('ecs.capability.task-eni')).toMatchObject({ state: 'unknown' });
  });
});

test.each([
  ['ECS_RESERVED_MEMORY=lots', 'reservedMemoryMiB'], ['ECS_AVAILABLE_LOGGING_DRIVERS=[json-file]', 'loggingDrivers'],
  ['ECS_RESERVED_PORTS=["22"]', 'reservedPorts'], ['ECS_INSTANCE_ATTRIBUTES=prod', 'attributes'],
] as const)('%s cannot be read', (line, setting) => {
  expect(configOf(`#!/bin/bash\necho '${line}' >> /etc/ecs/ecs.config`)[setting]).toMatchObject({ state: 'unknown', why: { kind: 'form' } });
});
