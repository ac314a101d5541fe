import type { Path } from '../../lib/core/origin';
import type { Document } from '../../lib/template/document';
import { parseJson } from '../../lib/template/parse-json';
import { parseYaml } from '../../lib/template/parse-yaml';

const json = parseJson('template.json', `{
  "Resources": {
    "Web": {
      "Type": "AWS::ECS::TaskDefinition",
      "Properties": {
        "Memory": "512",
        "Cpu": { "Ref": "Cpu" },
        "Role": {
          "Fn::GetAtt": [ "Role", "Arn" ]
        },
        "ContainerDefinitions": [
          { "Name": "web" }, {
            "Name": "a \\"quoted\\" \\u00e4",
            "a.b/\\u0063": 1
          }
        ],
        "Twice": 1, "Twice": 2
      }
    }
  }
}`);

const yaml = parseYaml('template.yaml', `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Memory: 512
      Cpu: !Ref Cpu
      'Role':
        Fn::GetAtt: [Role, Arn]
      ContainerDefinitions:
        - Name: web
        - Name: "a \\"quoted\\" ä"
          a.b/c: 1
      Twice: 1
      Twice: 2
      Volumes: !If
        - Condition
        - - Name: data
        - []
      UserData: |
        #!/bin/bash
      Empty:
      Base: &base { Key: 1 }
      Alias: *base
      Merged: { <<: *base, Other: 2 }
`);

function at(document: Document, path: Path): string {
  const { line, column } = document.locate(path);
  return `${line}:${column}`;
}

const web = ['Resources', 'Web'], properties = [...web, 'Properties'];

test.each<[string, Path, string, string]>([
  ['a value on the line of its key is pointed at itself', [...properties, 'Memory'], '6:19', '5:15'],
  ['a function on one line too', [...properties, 'Cpu'], '7:16', '6:12'],
  ['a value that spans lines is pointed at its key', [...properties, 'Role'], '8:9', '7:7'],
  ['a list as well', [...properties, 'ContainerDefinitions'], '11:9', '9:7'],
  ['an element is pointed at where it begins', [...properties, 'ContainerDefinitions', 1], '12:30', '11:11'],
  ['a value in an element', [...properties, 'ContainerDefinitions', 1, 'Name'], '13:21', '11:17'],
  ['a key with marks in it', [...properties, 'ContainerDefinitions', 1, 'a.b/c'], '14:27', '12:18'],
  ['of a key that stands twice the last', [...properties, 'Twice'], '17:30', '14:14'],
  ['a resource is pointed at its key', web, '3:5', '2:3'],
  ['a property that is missing is pointed at the key of its resource', [...properties, 'Family'], '3:5', '2:3'],
  ['a property that is missing deeper at the key of what is there', [...properties, 'Role', 'x', 'y'], '8:9', '7:7'],
  ['an element that is missing at the key of its list', [...properties, 'ContainerDefinitions', 7], '11:9', '9:7'],
  ['what is missing in an element at where that begins', [...properties, 'ContainerDefinitions', 0, 'Image'], '12:11', '10:11'],
  ['a resource that is missing at the key of the section', ['Resources', 'Other'], '2:3', '1:1'],
  ['a section that is missing at the beginning', ['Outputs', 'Other'], '1:1', '1:1'],
  ['a key of every map of the language is no way', [...properties, '__proto__'], '3:5', '2:3'],
])('%s', (_, path, inJson, inYaml) => {
  expect([at(json, path), at(yaml, path)]).toEqual([inJson, inYaml]);
});

test.each<[string, Path, string]>([
  ['a short tag is a step of the way', [...properties, 'Volumes', 'Fn::If', 1, 0, 'Name'], '17:19'],
  ['a tag that is not there is none', [...properties, 'Volumes', 'Fn::Join', 1], '15:7'],
  ['a text of several lines is pointed at its key', [...properties, 'UserData'], '19:7'],
  ['so is what has no value', [...properties, 'Empty'], '21:7'],
  ['an alias is pointed at itself', [...properties, 'Alias'], '23:14'],
  ['what is in it where that is written', [...properties, 'Alias', 'Key'], '22:26'],
  ['also when it is merged', [...properties, 'Merged', 'Key'], '22:26'],
  ['and anchors belong to the value', [...properties, 'Base'], '22:13'],
])('in YAML %s', (_, path, expected) => {
  expect(at(yaml, path)).toBe(expected);
});
