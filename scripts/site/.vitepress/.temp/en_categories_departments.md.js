import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Departments","description":"The departments of the company.","frontmatter":{"title":"Departments","description":"The departments of the company.","layout":"category","view":{"title":"Departments","description":"The departments of the company.","operations":[{"id":"departmentList","title":"List departments","method":"GET","path":"/open-api/department/list","call":"department.list"}]}},"headers":[],"relativePath":"en/categories/departments.md","filePath":"en/categories/departments.md"}');
const _sfc_main = { name: "en/categories/departments.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/departments.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const departments = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  departments as default
};
